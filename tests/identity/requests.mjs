// Seeded requests, one JSON line each: people and bills of every kind, most of them usable, some of them nonsense.
// The same seed gives the same lines on every machine; identity numbers are invented.

function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n) => next() % n;
  return { below, one: (list) => list[below(list.length)], often: (percent) => below(100) < percent };
}

const schemes = ["basic", "supplementary", "employee_pooled", "employee_combined", "resident", "employe_combined"];
const regions = ["442000", "440100", "440300", "442001", "110105", "532300", "999999"];
const categories = ["retired_settled", "long_term_resident", "posted_worker", "referral", "emergency", "temporary"];
const documents = ["identity_card", "social_security_card", "electronic_certificate", "residence_proof", "work_proof",
  "pledge", "referral_certificate"];
const statuses = [["in_force"], ["in_force", "assumed"], ["in_force", "draft", "assumed"], undefined];

function yuan(random, most) {
  const fen = random.often(10) ? 0 : random.below(most);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}

function date(random) {
  const month = 1 + random.below(12);
  const day = 1 + random.below(random.often(2) ? 31 : 28);
  return `${2019 + random.below(9)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const CHECK = "10X98765432";
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function identityNumber(random) {
  const body = `442000${1930 + random.below(90)}0${1 + random.below(9)}1${random.below(10)}${String(random.below(1000)).padStart(3, "0")}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * WEIGHTS[i], 0);
  return body + (random.often(3) ? "0" : CHECK[sum % 11]);
}

function maybe(random, percent, value) {
  return random.often(percent) ? value : undefined;
}

function claim(random) {
  const admitted = date(random);
  return {
    policy: "zhongshan", as_of: maybe(random, 80, date(random)), statuses: random.one(statuses),
    insured: {
      scheme: maybe(random, 95, random.one(schemes)), continuous_months: maybe(random, 50, random.below(40)),
      region: maybe(random, 30, random.one(regions)),
      filings: maybe(random, 20, [{ category: random.one(categories), care_region: random.one(regions), from: date(random) }]),
    },
    claim: {
      care: random.one(["inpatient", "inpatient", "special_disease", "outpatient"]),
      provider: { region: maybe(random, 90, random.one(regions)), kind: "hospital", level: maybe(random, 95, 1 + random.below(3)) },
      remote: maybe(random, 70, random.one(["local", "filed", "referred", "emergency", "unfiled"])),
      admitted: maybe(random, 80, admitted), discharged: random.often(70) ? admitted : date(random),
      total: random.often(2) ? random.below(50000) : yuan(random, 30000000), own_expense: maybe(random, 70, yuan(random, 900000)),
      over_limit: maybe(random, 20, yuan(random, 50000)), upfront: maybe(random, 20, yuan(random, 50000)),
    },
    ledger: maybe(random, 50, {
      year: "2025", eligible_self_pay: yuan(random, 4000000), fund_paid: yuan(random, 70000000),
      major_illness_paid: yuan(random, 900000), admissions: random.below(5),
    }),
  };
}

function application(random) {
  return {
    policy: "zhongshan", as_of: maybe(random, 95, date(random)), statuses: random.one(statuses),
    insured: {
      scheme: maybe(random, 90, random.one(schemes)), enrolled: maybe(random, 90, random.often(90)),
      region: maybe(random, 60, random.one(regions)),
      certificate: maybe(random, 70, { type: "identity_card", number: identityNumber(random) }),
    },
    application: {
      kind: "remote_care", category: maybe(random, 95, random.one(categories)),
      care_region: maybe(random, 95, random.one(regions)), channel: maybe(random, 70, random.one(["online", "agency", "institution"])),
      agent: random.often(30) ? { relation: maybe(random, 80, "child"), consent: maybe(random, 80, random.often(80)) } : null,
      documents: maybe(random, 90, documents.filter(() => random.often(40))),
    },
  };
}

// count requests of one command: "settle" or "check".
export function requests(command, count, seed) {
  const random = generator(seed);
  return Array.from({ length: count }, () => JSON.stringify(command === "settle" ? claim(random) : application(random)));
}
