import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { auth } from "../../api/auth.ts";
import { forgetAnswers, get } from "../../api/client.ts";
import { Action } from "../../parts/action.tsx";
import { DraftLine } from "../../shell/draft-line.tsx";
import { LanguageChoice } from "../../shell/language-choice.tsx";
import { Mark } from "../../shell/mark.tsx";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./sign-in.module.css";

/** What GET /sign-in tells before anyone is known: the ways in that this node offers. */
interface Ways {
  readonly passkey: boolean;
  /** Links go by e-mail; otherwise they stand in the node's terminal or come from an administrator. */
  readonly link: boolean;
  /** Name of the organisation's own sign-in. */
  readonly oidc?: string;
}

/** The ways in: a one-time code or link, a passkey, the organisation's own sign-in. */
export function Screen() {
  const { t } = useText();
  const search = useSearch({ strict: false }) as { to?: string; error?: string };
  const ways = useQuery({ queryKey: ["sign-in"], queryFn: ({ signal }) => get<Ways>("/sign-in", {}, signal) });
  const [said, setSaid] = useState<MessageId | undefined>(
    search.error === undefined ? undefined : "signIn.notAccepted",
  );
  const [email, setEmail] = useState("");
  const [code, setCode] = useState("");
  const callbackURL = insideOnly(search.to);
  const offered: Ways = ways.data ?? { passkey: true, link: false };

  const enter = () => {
    forgetAnswers();
    location.assign(callbackURL);
  };
  const withPasskey = async () => {
    const { error } = await auth.signIn.passkey();
    if (error) setSaid("signIn.noPasskey");
    else enter();
  };
  const withProvider = async () => {
    const { error } = await auth.signIn.social({ provider: "oidc", callbackURL });
    if (error) setSaid("signIn.oidcAway");
  };
  const withCode = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await auth.magicLink.verify({ query: { token: tokenOf(code) } });
    if (error) setSaid("signIn.notAccepted");
    else enter();
  };
  const withEmail = async (event: FormEvent) => {
    event.preventDefault();
    await auth.signIn.magicLink({ email, callbackURL });
    // The same answer whether or not the address is known: the page does not tell who has access.
    setSaid("signIn.linkSent");
  };

  return (
    <>
      <DraftLine />
      <main className={styles.page} id="main">
        <div className={styles.name}>
          <Mark /> {t("shell.name")}
          <LanguageChoice />
        </div>
        <h1>{t("signIn.title")}</h1>
        <p className={styles.lead}>{t("signIn.lead")}</p>
        <p role="status" className={styles.said}>
          {said ? t(said) : ""}
        </p>
        {offered.passkey ? (
          <Action look="main" onClick={() => void withPasskey()}>
            {t("signIn.passkey")}
          </Action>
        ) : null}
        {offered.oidc ? (
          <Action onClick={() => void withProvider()}>{t("signIn.oidc", { name: offered.oidc })}</Action>
        ) : null}
        {offered.link ? (
          <form className={styles.form} onSubmit={withEmail}>
            <TextInput
              type="email"
              label={t("signIn.email")}
              autoComplete="email"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Action type="submit">{t("signIn.link")}</Action>
          </form>
        ) : null}
        <form className={styles.form} onSubmit={withCode}>
          <p className="meta">{t("signIn.terminal")}</p>
          <TextInput
            label={t("signIn.code")}
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Action type="submit">{t("signIn.useCode")}</Action>
        </form>
      </main>
    </>
  );
}

/** A whole link may be pasted where a code is asked for. */
function tokenOf(code: string): string {
  const text = code.trim();
  return URL.canParse(text) ? (new URL(text).searchParams.get("token") ?? text) : text;
}

/** Only a place of this node: an address that leads elsewhere is not followed (ASVS 5.0, open redirects). */
function insideOnly(to: string | undefined): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.includes("\\") ? to : "/today";
}
