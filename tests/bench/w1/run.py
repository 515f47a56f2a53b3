#!/usr/bin/env python3
"""The benchmark W1: run.py [--quick] settles the same 100,000 invented claims by Mingbai, by hand-written C++ and by every
peer that installs, checks each checksum, and writes one table of one run into docs/numbers.md.

Built before by `cmake --build … --target w1` natively and for wasm. Peers come from npm into build/w1 only; --quick leaves
them and wasm out. Ratios of one run are worth more than its absolute figures.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HERE, WORK = "tests/bench/w1", "build/w1"
CHECKSUMS = {100000: 1046958751247, 20000: 209006392815, 2000: 20778649330}
ROUNDS = 5


def output(command, **more):
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=300, **more)
    except (OSError, subprocess.TimeoutExpired) as failure:
        print(f"# {' '.join(command)}: {failure}")
        return ""
    if run.returncode:
        print(f"# {' '.join(command)}: {run.stderr.strip().splitlines()[-1:]}")
    return run.stdout


def measure(rates, command, **more):
    for name, rate, checksum in re.findall(r"^([\w-]+) ([\d.]+) (\d+)(?:\s|$)", output(command, **more), re.M):
        if int(checksum) in CHECKSUMS.values():
            rates.setdefault(name, []).append(float(rate))
        elif not name.startswith(("publicodes-explain", "zen-trace")):
            sys.exit(f"{name}: wrong checksum {checksum}")


def prepare():
    os.makedirs(WORK, exist_ok=True)
    subprocess.run(["node", f"{HERE}/claims.mjs", WORK], check=True)
    files = {}
    for place, _, names in os.walk(f"{HERE}/policies"):
        for name in names:
            path = os.path.join(place, name)
            with open(path, encoding="utf-8") as file:
                files[os.path.relpath(path, f"{HERE}/policies")] = json.load(file)
    with open(f"{WORK}/bundle.json", "w", encoding="utf-8") as file:
        json.dump({"files": files}, file)


def run_peers(rates):
    peers = f"{WORK}/peers"
    shutil.copytree(f"{HERE}/peers", peers, dirs_exist_ok=True)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=peers, check=False)
    claims = os.path.abspath(f"{WORK}/claims.json")
    for peer in ("javascript", "json_logic", "json_rules_engine", "publicodes", "zen", "duckdb"):
        measure(rates, ["node", "--no-warnings", f"{peer}.mjs"], cwd=peers, env={**os.environ, "CLAIMS": claims})
    if shutil.which("sqlite3"):
        run_sqlite(rates)


def run_sqlite(rates):
    with open(f"{HERE}/peers/w1.sql", encoding="utf-8") as file:
        query = file.read().replace(" DIV ", " / ").replace("LEAST(", "min(").replace("GREATEST(", "max(")
    script = [".mode csv", "CREATE TABLE c(scheme INT, filing INT, level INT, total INT, own INT, ytd_self INT, ytd_fund INT);",
              f".import --skip 1 {WORK}/claims.csv c", "CREATE TABLE claims AS SELECT rowid - 1 AS rid, * FROM c;", ".timer on"]
    script += [f"CREATE TABLE r{i} AS {query};" for i in range(5)]
    script += [".timer off", ".mode list", "SELECT 'sum', sum(fund + 2 * major + 3 * self) FROM r4;"]
    text = output(["sqlite3", ":memory:"], input="\n".join(script))
    times = [float(t) for t in re.findall(r"Run Time: real [\d.]+ user ([\d.]+)", text)]
    if times and f"sum|{CHECKSUMS[100000]}" in text:
        rates["sqlite"] = [100000 / statistics.median(times)]


def table(rates, packs_ms):
    best = {name: statistics.median(values) for name, values in rates.items()}
    native, wasm = best.get("cpp-soa-f64-avx2"), best.get("cpp-soa-f64-wasm")
    lines = ["| W1: one claim of remote care | claims a second | of the limit | limit asked |", "|---|---|---|---|"]

    def row(label, name, limit=None, asked=""):
        if name in best:
            share = f"{100 * best[name] / limit:.0f} %" if limit else ""
            lines.append(f"| {label} | {best[name]:,.0f} | {share} | {asked} |")

    row("hand-written C++ in columns, AVX2 (the limit)", "cpp-soa-f64-avx2", native)
    row("**Mingbai, the policy as data, batch, AVX2**", "batch-avx2", native, "≥ 50 %")
    row("hand-written C++ in columns, SSE2", "cpp-soa-f64-portable", best.get("cpp-soa-f64-portable"))
    row("**Mingbai, batch, SSE2**", "batch-portable", best.get("cpp-soa-f64-portable"), "≥ 50 %")
    row("hand-written C++ in columns, wasm SIMD (the limit)", "cpp-soa-f64-wasm", wasm)
    row("**Mingbai, batch, wasm SIMD**", "batch-wasm", wasm, "≥ 70 %")
    row("Mingbai, CSV text to result", "csv-to-result", None, "≥ 5,000,000")
    row("Mingbai, one claim unrecorded", "one-claim", None, "≥ 1,000,000 (1 µs)")
    row("Mingbai, one claim with every step, formula and source", "one-claim-explained", None, "≥ 100,000 (10 µs)")
    for label, name in (("JavaScript by hand, in columns", "js-soa"), ("JavaScript by hand, on objects", "js-objects"),
                        ("DuckDB 1.5, to a table", "duckdb-to-table"), ("SQLite, to a table", "sqlite"),
                        ("json-logic-engine, compiled", "json-logic-engine-compiled"),
                        ("json-logic-engine, interpreted", "json-logic-engine-interp"), ("json-logic-js", "json-logic-js"),
                        ("GoRules zen-engine", "zen"), ("GoRules zen-engine, loop inside", "zen-loop-in-engine"),
                        ("json-rules-engine", "json-rules-engine"), ("publicodes", "publicodes")):
        row(label, name, native)
    lines.append("")
    lines.append(f"Loading, checking and compiling every pack: {packs_ms} ms (limit 50 ms). Every row has the checksum of its claims: "
                 f"{CHECKSUMS[100000]} for all 100,000.")
    return "\n".join(lines)


def main(*flags):
    os.chdir(ROOT)
    prepare()
    rates = {}
    for _ in range(ROUNDS):  # one after another, so that a busy machine is busy for all
        for machine in ("portable", "avx2"):
            measure(rates, [f"build/bin/w1_limit_{machine}", f"{WORK}/claims.csv", f"-{machine}"])
        measure(rates, ["build/bin/w1_batch", f"{WORK}/bundle.json", f"{WORK}/claims.csv", f"{WORK}/mingbai.csv", "portable", "avx2"])
        if "--quick" not in flags and os.path.exists("build/wasm/w1-batch.cjs"):
            measure(rates, ["node", "build/wasm/w1-limit.cjs", f"{WORK}/claims.csv", "-wasm"])
            wasm = {}
            measure(wasm, ["node", "build/wasm/w1-batch.cjs", f"{WORK}/bundle.json", f"{WORK}/claims.csv", f"{WORK}/mingbai.csv", "portable"])
            rates.setdefault("batch-wasm", []).extend(wasm.get("batch-portable", []))
    if "--quick" not in flags:
        run_peers(rates)
    packs = re.search(r"packs-ms ([\d.]+)", output(["build/bin/w1_packs", "build/native/generated/policies.json"]))
    made = table(rates, packs[1] if packs else "?")
    print(made)
    with open("docs/numbers.md", encoding="utf-8") as file:
        text = file.read()
    begin, end = "<!-- make bench writes from here -->", "<!-- to here -->"
    if begin not in text:
        text = f"{text.rstrip()}\n\n## Settling, beside others\n\n{begin}\n{end}\n"
    before, after = text.split(begin)[0], text.split(end)[1]
    with open("docs/numbers.md", "w", encoding="utf-8") as file:
        file.write(f"{before}{begin}\n{made}\n{end}{after}")


if __name__ == "__main__":
    main(*sys.argv[1:])
