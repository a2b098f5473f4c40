import { createTransport } from "nodemailer";

/** Sends one-time links by SMTP. `url`: "smtps://name:password@host:465". */
export function mailLinkBy(url: string, from: string, node: string) {
  const transport = createTransport(url);
  return async ({ to, name, url: link }: { readonly to: string; readonly name: string; readonly url: string }) => {
    await transport.sendMail({
      from,
      to: { name, address: to },
      subject: `${node}: sign in`,
      text: [
        `${name},`,
        "",
        "with this address you sign in once, within 15 minutes:",
        link,
        "",
        "If you did not ask for it, nobody has signed in; this message can be deleted.",
        "",
      ].join("\n"),
    });
  };
}
