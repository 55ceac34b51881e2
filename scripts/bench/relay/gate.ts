// SPDX-License-Identifier: EUPL-1.2
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { HOST } from "../../lib/local-chain.ts";

/** A way to the node that can be held shut: what is asked meanwhile is answered once it opens again. */
export type Gate = { readonly url: string; shut(): void; open(): void; close(): Promise<void> };

/** Starts a gate in front of a node, on the loopback interface. */
export async function startGate(nodeUrl: string): Promise<Gate> {
  const node = new URL(nodeUrl);
  const sockets = new Set<Socket>();
  let isShut = false;
  const server = createServer((asking) => {
    const answering = connect(Number(node.port), node.hostname);
    for (const socket of [asking, answering]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        asking.destroy();
        answering.destroy();
      });
    }
    pass(asking, answering);
    pass(answering, asking);
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    shut() {
      isShut = true;
      for (const socket of sockets) socket.pause();
    },
    open() {
      isShut = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function pass(from: Socket, to: Socket): void {
    from.on("data", (part) => to.write(part));
    if (isShut) from.pause();
  }
}
