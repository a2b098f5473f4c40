import { useEffect, useState } from "react";

let say: (text: string) => void = () => {};

/** Tells a screen reader, politely: at most once a minute unless it answers the reader's own act. */
export const announce = (text: string): void => say(text);

export function LiveRegion() {
  const [text, setText] = useState("");
  useEffect(() => {
    say = setText;
    return () => {
      say = () => {};
    };
  }, []);
  return (
    <div className="unseen" aria-live="polite" role="log">
      {text}
    </div>
  );
}
