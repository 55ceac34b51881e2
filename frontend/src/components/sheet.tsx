// SPDX-License-Identifier: EUPL-1.2
import { X } from "lucide-react";
import { Suspense, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** A dialog: from the bottom on phones, in the middle on larger screens. Escape and a press outside close it. */
export function Sheet({ title, isOpen, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(18_25_30/55%)] md:items-center md:p-8"
    >
      <Modal className="max-h-[92dvh] w-full animate-[sheet-in_200ms_ease-out] overflow-y-auto rounded-t-[20px] bg-surface shadow-sheet md:max-w-lg md:rounded-[20px]">
        <Dialog className="p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] outline-none md:p-8">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Heading slot="title" className="pt-1.5 text-title font-bold tracking-tight">
              {title}
            </Heading>
            <button
              type="button"
              onClick={onClose}
              className="-mr-2 inline-flex min-h-11 shrink-0 items-center gap-1 rounded-pill px-3 text-ink-soft hover:bg-stone"
            >
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
              {t("actions.close")}
            </button>
          </div>
          {/* Texts of a sheet may come when it opens; the page behind it stays. */}
          <Suspense fallback={null}>{children}</Suspense>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
