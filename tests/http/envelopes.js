// Envelopes as a device makes them. The identity number is invented; its check digit is right.

import { createHash, randomBytes } from "node:crypto";

export const newId = () => randomBytes(16).toString("hex");
export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

// An application that Zhongshan's rules accept; `changes` go into the application.
export function payload(changes = {}) {
  return JSON.stringify({
    policy: "zhongshan",
    insured: { scheme: "employee_combined", enrolled: true, region: "442000", certificate: { type: "identity_card", number: "11010519491231002X" } },
    application: {
      kind: "remote_care",
      category: "retired_settled",
      care_region: "440100",
      channel: "online",
      documents: ["identity_card", "residence_proof"],
      ...changes,
    },
  });
}

export function envelope(changes = {}) {
  return {
    format: 1,
    id: newId(),
    filing: newId(),
    base_version: 0,
    kind: "remote_care",
    created_at: new Date().toISOString(),
    payload: payload(),
    ...changes,
  };
}
