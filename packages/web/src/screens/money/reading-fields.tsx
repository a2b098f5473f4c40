import type { FileOptionsView, HoldingsView, Upload } from "@kelisim/api";
import { useText } from "../../texts/use-text.ts";

export interface ReadingFieldsProps {
  readonly upload: Upload;
  readonly layouts: HoldingsView["layouts"];
  readonly options: FileOptionsView;
  readonly onChange: (options: FileOptionsView) => void;
}

const ENCODINGS = ["utf-8", "windows-1252", "windows-1251", "utf-16le", "utf-16be"] as const;

/** What a file does not say of itself; what is left empty is as recognised. */
export function ReadingFields({ upload, layouts, options, onChange }: ReadingFieldsProps) {
  const { t } = useText();
  const { file, preview, stopped = [] } = upload;
  const asksYear =
    options.priceYear !== undefined ||
    preview?.warnings.some(({ code }) => code === "file/price-year-unknown") === true;
  const set = <Name extends keyof FileOptionsView>(name: Name, value: FileOptionsView[Name] | "") => {
    const { [name]: _, ...others } = options;
    onChange(value === "" || value === undefined ? others : { ...others, [name]: value });
  };
  return (
    <>
      <label>
        <span>{t("money.layout")}</span>
        <select value={options.layout ?? ""} onChange={({ target }) => set("layout", target.value)}>
          <option value="">{t("money.layoutFound")}</option>
          {layouts.map(({ id, producer }) => (
            <option key={id} value={id}>
              {producer} ({id})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("money.encoding")}</span>
        <select
          value={options.encoding ?? ""}
          onChange={({ target }) =>
            set(
              "encoding",
              ENCODINGS.find((each) => each === target.value),
            )
          }
        >
          <option value="">{t("money.layoutFound")}</option>
          {ENCODINGS.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {/\.zip$/i.test(file.name) || stopped.some(({ code }) => code === "file/several") ? (
        <label>
          <span>{t("money.entry")}</span>
          <input
            value={options.entry ?? ""}
            maxLength={400}
            onChange={({ target }) => set("entry", target.value.trimStart())}
          />
        </label>
      ) : null}
      <label>
        <span>{t("money.givenVintage")}</span>
        <input
          value={options.vintage ?? ""}
          maxLength={40}
          placeholder={preview?.vintage ?? "2025-06"}
          onChange={({ target }) => set("vintage", target.value.trimStart())}
        />
      </label>
      {asksYear ? (
        <label>
          <span>{t("money.priceYear")}</span>
          <input
            type="number"
            min={1900}
            max={2200}
            value={options.priceYear ?? ""}
            onChange={({ target }) => set("priceYear", target.value === "" ? "" : Number(target.value))}
          />
        </label>
      ) : null}
    </>
  );
}
