import { Outlet } from "@tanstack/react-router";
import { useSigningOut } from "../api/signing-out.ts";
import { SigningOut } from "./signing-out.tsx";

/** Every page of the program; while one signs out, none of them. */
export function Root() {
  return useSigningOut() ? <SigningOut /> : <Outlet />;
}
