// SPDX-License-Identifier: EUPL-1.2
import { FileUp } from "lucide-react";
import { Button, DropZone, FileTrigger } from "react-aria-components";
import { buttonClass } from "./button.tsx";

type Props = {
  label: string;
  hint: string;
  action: string;
  /** Endings and media types the file window offers. */
  accepts: readonly string[];
  isBusy?: boolean;
  onFile: (file: File) => void;
};

/** Where a file is dropped, pasted or chosen; the same by keyboard. */
export function FileDrop({ label, hint, action, accepts, isBusy = false, onFile }: Props) {
  return (
    <DropZone
      aria-label={label}
      isDisabled={isBusy}
      getDropOperation={() => "copy"}
      onDrop={async ({ items }) => {
        const item = items.find((each) => each.kind === "file");
        if (item) onFile(await item.getFile());
      }}
      className="flex flex-col items-center gap-3 rounded-card border-2 border-dashed border-line bg-surface px-5 py-8 text-center data-drop-target:border-accent data-drop-target:bg-accent-wash"
    >
      <FileUp size={32} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
      <p className="font-semibold">{label}</p>
      <FileTrigger acceptedFileTypes={[...accepts]} onSelect={(files) => files?.[0] && onFile(files[0])}>
        <Button isDisabled={isBusy} className={buttonClass("secondary")}>
          {action}
        </Button>
      </FileTrigger>
      <p className="max-w-column text-caption text-ink-soft">{hint}</p>
    </DropZone>
  );
}
