// SPDX-License-Identifier: EUPL-1.2
import { Html, html } from "@monnaie-commune/sdk/html";
import { expect } from "chai";

describe("html", function () {
  it("takes values for text, whatever they hold, in elements and in attributes", function () {
    const hostile = `"><script>alert('1')</script>&amp;`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).to.equal(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
        "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>",
    );
  });

  it("takes markup as it is, alone or in lists, and numbers as they are written", function () {
    const rows = ["<a>", "b"].map((cell) => html`<td>${cell}</td>`);
    const { text } = html`<tr>
      ${rows}${new Html("<td></td>")}${3}${4n}
    </tr>`;
    expect(text.replaceAll(/\s+/gu, "")).to.equal("<tr><td>&lt;a&gt;</td><td>b</td><td></td>34</tr>");
  });
});
