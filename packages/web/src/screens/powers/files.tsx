import type { Powers } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Proof } from "../../parts/proof.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";

/** Which files answered beside our tables, and the address by which the same files answer later. */
export function Files({ data: { files, proofs } }: { readonly data: Powers }) {
  const { t } = useText();
  const address = useAddress();
  const names = files.holdings.map(({ file, vintage }) => `${file} (${vintage})`).join(", ");
  if (files.holdings.length === 0 && !files.named) return <p className="caption">{t("powers.filesNone")}</p>;
  return (
    <>
      <p className="caption">
        {names === ""
          ? t("powers.filesNone")
          : t(files.named ? "powers.filesNamed" : "powers.filesNewest", { files: names })}{" "}
        <Link
          to="."
          className="screen-only"
          search={{ ...address, holdings: files.named ? undefined : files.frozen } as never}
          resetScroll={false}
        >
          {t(files.named ? "powers.unfreeze" : "powers.freeze")}
        </Link>
      </p>
      {proofs.taken.length === 0 ? null : (
        <details>
          <summary className="caption">{t("powers.takenProofs")}</summary>
          {proofs.taken.map((proof) => (
            <Proof key={`${proof.method.id}${proof.inputs.map(({ of }) => of).join()}`} proof={proof} />
          ))}
        </details>
      )}
    </>
  );
}
