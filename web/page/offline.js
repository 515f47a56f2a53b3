// Keeps the program on this device (sw.js) and lets a new version take over when it disturbs nobody: never while
// something is unsaved or unsent to the worker, and in a page that is looked at only within its first seconds.
//
//   keepOffline(store);     // after the first picture

const FRESH_MS = 5000;
const started = performance.now();

export async function keepOffline(store) {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const { serviceWorker } = navigator;
  const mayReload = () => !store?.busy && (document.hidden || performance.now() - started < FRESH_MS);

  serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data?.ask === "may reload") ports[0].postMessage(mayReload());
  });

  const hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (hadController && mayReload()) location.reload();
  });

  const registration = await serviceWorker.register("sw.js", { updateViaCache: "none" });
  const offer = () => registration.waiting?.postMessage(document.hidden ? "take over unseen" : "take over");
  offer();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", offer);
  });
  document.addEventListener("visibilitychange", () => document.hidden && offer());
  (await serviceWorker.ready).active.postMessage("take later");
}
