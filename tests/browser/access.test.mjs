// Every screen as axe sees it: no violation of the rules for people who use a screen reader or the keyboard alone; what anyone
// may open in both languages and at both widths.
import { after, before, test } from "node:test";

import { faultless } from "./faultless.mjs";
import { openBrowser, startServer } from "./harness.mjs";
import { desk, phone, tourOfAnyone, tourOfClerk, tourOfConflict, tourOfKiosk, tourOfPerson, tourOfScenarios } from "./tour.mjs";

const house = {};
before(async () => { house.server = await startServer(); house.browser = await openBrowser(); });
after(async () => { await house.browser.close(); await house.server.stop(); });

const stop = (t) => (name, page) => t.test(name, () => faultless(page, name));
test("what anyone may open, on a desk", (t) => tourOfAnyone(house, stop(t), { viewport: desk }));
test("what anyone may open, on a phone", (t) => tourOfAnyone(house, stop(t), { viewport: phone }));
test("what anyone may open, in English", (t) => tourOfAnyone(house, stop(t), { locale: "en" }));
test("the cases of the scenarios", (t) => tourOfScenarios(house, stop(t)));
test("a person's way from the form to the receipt and the devices", (t) => tourOfPerson(house, stop(t)));
test("a clerk's day: queue, filing, refusal, figures, what the fund pays, samples, counter, batch", (t) => tourOfClerk(house, stop(t)));
test("two versions of a filing, their dialog and the choice field by field", (t) => tourOfConflict(house, stop(t)));
test("a device in a hall", (t) => tourOfKiosk(house, stop(t)));
