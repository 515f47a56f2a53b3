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

// A scheme that is valid on the day; now and then another, a misspelt one, or another pack's.
const packs = [
  { id: "zhongshan", schemes: (day) => (day < "2021-12-01" ? ["basic", "supplementary"] : ["employee_pooled", "employee_combined", "resident"]) },
  { id: "chuxiong", schemes: () => ["employee", "resident"] },
  { id: "tangshan", schemes: () => ["employee", "resident"] },
];
const strayed = ["basic", "employee_pooled", "employe_combined", "residnet"];
function scheme(random, pack, day) {
  return random.one(random.often(6) ? strayed : pack.schemes(day));
}
const cares = ["inpatient", "inpatient", "inpatient", "special_disease", "outpatient", "two_diseases", "negotiated_drug", "day_surgery"];
const kinds = ["remote_care", "remote_care", "special_disease", "special_disease", "provider_selection", "negotiated_drug", "recheck",
  "late_entry", "manual_claim", "enrolment", "readiness", "procurement"];
const providerKinds = ["hospital", "township", "community", "clinic", "pharmacy", "two_disease_point"];
const diseases = ["M03900", "M01600", "M00300", "M07803", "M99999", "special_mental", "GD-31"];
const tasks = ["his_interface", "doctor_network", "ports", "card_readers", "settlement_system", "care_process", "doctor_training",
  "network_test", "accounts"];
const regions = ["442000", "440100", "440300", "442001", "110105", "532300", "532302", "130200", "530100", "999999"];
const categories = ["retired_settled", "long_term_resident", "posted_worker", "referral", "emergency", "temporary"];
const documents = ["identity_card", "social_security_card", "electronic_certificate", "residence_proof", "work_proof",
  "pledge", "referral_certificate", "diagnosis_certificate", "earlier_lab_report", "discharge_record", "application_form",
  "special_disease_card"];
const statuses = [["in_force"], ["in_force", "assumed"], ["in_force", "draft", "assumed"], undefined];

function yuan(random, most) {
  return money(random.often(10) ? 0 : random.below(Math.floor(most)));
}

function money(fen) {
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

function place(random) {
  return {
    code: maybe(random, 30, random.one(["H44200100026", "H00000000001"])), region: maybe(random, 90, random.one(regions)),
    kind: maybe(random, 90, random.one(providerKinds)), level: maybe(random, 95, 1 + random.below(3)),
  };
}

function claim(random, pack) {
  const days = [date(random), date(random)].sort();
  if (random.often(3)) days.reverse();
  const [admitted, discharged] = random.often(60) ? [days[0], days[0]] : days;
  const total = random.often(10) ? 0 : random.below(30000000);
  const care = random.one(cares);
  return {
    policy: pack.id, as_of: maybe(random, 80, date(random)), statuses: random.one(statuses),
    insured: {
      scheme: maybe(random, 95, scheme(random, pack, discharged)), continuous_months: maybe(random, 50, random.below(40)),
      region: maybe(random, 30, random.one(regions)), outpatient_basic: maybe(random, 50, random.often(70)),
      filings: maybe(random, 20, [{ category: random.one(categories), care_region: random.one(regions), from: date(random) }]),
      confirmed_diseases: maybe(random, 20, [{ code: random.one(diseases), from: date(random) }]),
    },
    claim: {
      care, provider: { ...place(random), selected: maybe(random, 60, random.often(70)) },
      remote: maybe(random, 70, random.one(["local", "filed", "referred", "emergency", "unfiled"])),
      disease: maybe(random, 60, random.one(diseases)),
      drug_program: care === "negotiated_drug" ? maybe(random, 80, random.one(["阿扎胞苷", "西妥昔单抗", "无名药"])) : undefined,
      admitted: maybe(random, 80, admitted), discharged,
      operated: care === "day_surgery" ? maybe(random, 60, discharged) : undefined,
      split: maybe(random, 10, random.often(50)), continues: maybe(random, 10, random.one(["none", "split", "transfer"])),
      prescription_days: maybe(random, 10, 1 + random.below(60)),
      total: random.often(2) ? total : money(total), own_expense: maybe(random, 70, yuan(random, random.often(3) ? 9000000 : 1 + total / 2)),
      over_limit: maybe(random, 20, yuan(random, 1 + total / 4)), upfront: maybe(random, 20, yuan(random, 1 + total / 4)),
    },
    ledger: maybe(random, 50, {
      year: "2025", eligible_self_pay: yuan(random, 4000000), fund_paid: yuan(random, 70000000),
      major_illness_paid: yuan(random, 900000), admissions: random.below(5), splits: maybe(random, 20, random.below(2)),
    }),
  };
}

function institution(random) {
  return {
    ...place(random), ownership: maybe(random, 90, random.one(["public", "public", "private"])),
    last_score: maybe(random, 60, 80 + random.below(20)), assessed: maybe(random, 60, random.often(80)),
    qualified: maybe(random, 70, random.often(80)),
  };
}

function application(random, pack) {
  const kind = random.one(kinds);
  const remote = kind === "remote_care";
  const day = date(random);
  return {
    policy: pack.id, as_of: maybe(random, 95, day), statuses: random.one(statuses),
    insured: {
      scheme: maybe(random, 90, scheme(random, pack, day)), enrolled: maybe(random, 90, random.often(90)),
      region: maybe(random, 60, random.one(regions)),
      certificate: maybe(random, 70, { type: "identity_card", number: identityNumber(random) }),
    },
    application: {
      kind, category: remote ? maybe(random, 95, random.one(categories)) : undefined,
      care_region: remote ? maybe(random, 95, random.one(regions)) : undefined,
      channel: maybe(random, 70, random.one(["online", "agency", "institution"])),
      setting: maybe(random, 70, random.one(["outpatient", "discharge", "agency"])),
      disease: remote ? undefined : { code: maybe(random, 80, random.one(diseases)),
        class: maybe(random, 80, random.one(["special", "chronic", "one", "two"])), confirmed: maybe(random, 70, random.often(80)) },
      provider: remote ? undefined : institution(random),
      providers: kind === "provider_selection" ? Array.from({ length: random.below(5) }, () => institution(random))
        .map(({ code, region, kind: k, level, qualified }) => ({ code, region, kind: k, level, qualified })) : undefined,
      physician: remote ? undefined : { title: maybe(random, 80, random.one(["resident", "attending", "chief"])), registered: maybe(random, 80, random.often(80)) },
      reason: kind === "late_entry" ? maybe(random, 80, random.one(["network_fault", "system_fault", "card_data_error", "other"])) : undefined,
      occupation: kind === "enrolment" ? maybe(random, 80, random.one(["employee", "religious_staff", "student"])) : undefined,
      institution: kind === "readiness" ? { pilot: random.often(50), county: random.often(30), dynamic_library: random.often(50) } : undefined,
      tasks: kind === "readiness" ? tasks.filter(() => random.often(70)) : undefined,
      procurement: kind === "procurement" ? { online_rate: `${90 + random.below(10)}%`, agreed: 100, bought: random.below(200), supply_failure: random.often(30) } : undefined,
      agent: random.often(30) ? { relation: maybe(random, 80, "child"), consent: maybe(random, 80, random.often(80)) } : null,
      documents: maybe(random, 90, documents.filter(() => random.often(50))),
    },
  };
}

const classes = ["ungraded", "primary_b", "primary_a", "secondary_b", "secondary_a", "tertiary_b", "tertiary_a"]
  .flatMap((grade) => [`${grade}_general`, `${grade}_specialist`]);
const diagnoses = [["C22.0", ["腹腔镜下半肝切除术", "51.23"]], ["C22.001", ["50.3x01"]], ["U98.0", ["样例手术"]], ["U98.0", []], ["U98.1", []], ["U98.2", []],
  ["K35.8", ["47.01"]], ["J18.9", []]];
function decimal(random, most) {
  return `${random.below(most)}.${String(random.below(10000)).padStart(4, "0")}`;
}

function institutionOfCase(random) {
  const name = maybe(random, 30, random.one(["样例医联体", "另一医联体", { form: random.one(["loose", "close"]), highest_class: maybe(random, 50, random.one(classes)) }]));
  return { class: maybe(random, 95, random.often(2) ? "secondary_a_genral" : random.one(classes)), alliance: name };
}

function hospitalCase(random) {
  const [diagnosis, procedures] = random.one(diagnoses);
  const cost = 1 + random.below(30000000);
  return {
    diagnosis: maybe(random, 95, diagnosis), procedures: maybe(random, 90, procedures),
    treatment: maybe(random, 90, random.one(["conservative", "diagnostic", "therapeutic", "surgical"])),
    provider: institutionOfCase(random), transfers: maybe(random, 20, [random.one(classes), institutionOfCase(random)]),
    cost: maybe(random, 90, money(cost)), mean_cost: maybe(random, 60, money(1 + random.below(2 * cost))),
    rw: maybe(random, 90, random.often(10) ? random.below(80) / 4 : decimal(random, 12)), rw_bound: maybe(random, 10, decimal(random, 9)),
    base_score: maybe(random, 10, decimal(random, 5000)), point_value: maybe(random, 20, decimal(random, 20)),
    grass_roots: maybe(random, 20, random.one(["general", "tcm", "none"])), new_technique: maybe(random, 5, true),
  };
}

function budget(random) {
  return {
    outpatient_lump: maybe(random, 95, yuan(random, 4e9)), special_disease: maybe(random, 95, yuan(random, 4e9)), inpatient: maybe(random, 95, yuan(random, 4e9)),
    growth: maybe(random, 95, `${random.below(12)}%`), spent: maybe(random, 60, yuan(random, 4e9)), reasonable_overspend: maybe(random, 60, yuan(random, 1e8)),
  };
}

function score(random) {
  const day = date(random), pack = packs[0];
  const subject = random.often(10) ? { budget: budget(random) } : { case: hospitalCase(random) };
  return { policy: random.often(95) ? pack.id : "tangshan", as_of: maybe(random, 95, day), statuses: random.one(statuses),
    insured: { scheme: maybe(random, 90, scheme(random, pack, day)) }, ...subject };
}

// A CSV of claims for `simulate`: people with several rows, quoted fields, sums up to the largest; with `faulty` a row
// in a hundred is wrong in one way or another.
export function claimsCsv(packId, rows, seed, faulty) {
  const random = generator(seed), pack = packs.find(({ id }) => id === packId);
  const columns = ["person", "insured.scheme", "insured.continuous_months", "insured.outpatient_basic", "claim.care", "claim.provider.region",
    "claim.provider.kind", "claim.provider.level", "claim.provider.selected", "claim.remote", "claim.disease", "claim.admitted", "claim.discharged", "claim.split",
    "claim.total", "claim.own_expense", "claim.over_limit", "claim.upfront", "ledger.eligible_self_pay", "ledger.fund_paid"];
  const lines = [columns.join(",")];
  const quoted = (word) => (random.often(5) ? `"${word}"` : word);
  for (let person = 0; lines.length <= rows; ++person) {
    const visits = random.often(70) ? 1 : 1 + random.below(6), year = 2019 + random.below(9);
    for (let visit = 0; visit < visits; ++visit) {
      const day = `${year + (visit > 3 ? 1 : 0)}-${String(1 + random.below(12)).padStart(2, "0")}-${String(1 + random.below(28)).padStart(2, "0")}`;
      const total = random.often(10) ? 0 : random.often(3) ? 1e13 + random.below(2 ** 31) : random.below(30000000);
      const part = (most) => money(Math.min(random.below(2 ** 31), Math.floor(total * most)));
      const row = [`p${person}`, random.one(pack.schemes(day)), random.below(40), random.often(70), random.one(cares), random.one(regions.slice(0, 9)),
        random.one(providerKinds), 1 + random.below(3), random.often(70), random.often(90) ? random.one(["local", "filed", "referred", "emergency", "unfiled"]) : "",
        random.one(diseases), random.often(50) ? "" : day, day, random.often(5), money(total), part(0.4), part(0.2), part(0.2), yuan(random, 4000000),
        yuan(random, 70000000)];
      if (faulty && random.often(1)) row[random.below(row.length)] = random.one(["1,2", "x", "-1.00", "2025-02-30", "\"y", "residnt"]);
      lines.push(row.map((word) => quoted(String(word))).join(","));
    }
  }
  return lines.join(random.often(50) ? "\r\n" : "\n") + "\n";
}

const makers = { settle: claim, check: application, score };

// count requests of one command ("settle", "check" or "score"), the packs in turn.
export function requests(command, count, seed) {
  const random = generator(seed);
  return Array.from({ length: count }, (_, i) => JSON.stringify(makers[command](random, packs[i % packs.length])));
}
