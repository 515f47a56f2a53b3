"""The peers of the benchmark W1: JavaScript by hand, five rule engines from npm, two databases; each in its own process.

npm installs them into build/w1/peers alone; SQLite is the one of Python's own library. A peer that does not install or
run is told in the table, not left out.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import time

ROWS = (("JavaScript by hand, in columns", "js-soa", "javascript"),
        ("JavaScript by hand, on objects", "js-objects", "javascript"),
        ("DuckDB 1.5, to a table", "duckdb-to-table", "duckdb"),
        ("json-logic-engine 5.0, compiled", "json-logic-engine-compiled", "json_logic"),
        ("json-logic-engine 5.0, interpreted", "json-logic-engine-interp", "json_logic"),
        ("SQLite, to a table", "sqlite", "sqlite"),
        ("json-logic-js 2.0", "json-logic-js", "json_logic"),
        ("GoRules zen-engine 0.54, loop inside", "zen-loop-in-engine", "zen"),
        ("GoRules zen-engine 0.54", "zen", "zen"),
        ("json-rules-engine 7.3", "json-rules-engine", "json_rules_engine"),
        ("GoRules zen-engine 0.54, with its trace", "zen-trace", "zen"),
        ("publicodes 1.10", "publicodes", "publicodes"),
        ("publicodes 1.10, with its explanation", "publicodes-explain", "publicodes"))


def install(sources, place):
    """The folder with its node_modules; npm asks the registry only for what is not there yet."""
    shutil.copytree(sources, place, dirs_exist_ok=True)
    run = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], cwd=place,
                         capture_output=True, text=True, timeout=600, check=False)
    if run.returncode:
        print(f"# npm: {run.stderr.strip()[-300:]}")


def sqlite(sources, claims_csv, checksum):
    """Claims a second of the best of five, or None when its checksum is another."""
    with open(f"{sources}/w1.sql", encoding="utf-8") as file:
        query = file.read().replace(" DIV ", " / ").replace("LEAST(", "min(").replace("GREATEST(", "max(")
    with open(claims_csv, encoding="utf-8") as file:
        names = next(file).strip()
        rows = [tuple(map(int, line.split(","))) for line in file]
    database = sqlite3.connect(":memory:")
    columns = [f"{name} INT" for name in names.split(",")]
    database.execute(f"CREATE TABLE claims(rid INTEGER PRIMARY KEY, {', '.join(columns)})")
    database.executemany(f"INSERT INTO claims({names}) VALUES ({','.join('?' * len(columns))})", rows)
    best = None
    for _ in range(5):
        database.execute("DROP TABLE IF EXISTS settled")
        begun = time.process_time()
        database.execute(f"CREATE TABLE settled AS {query}")
        spent = time.process_time() - begun
        best = spent if best is None else min(best, spent)
    (total,) = database.execute("SELECT sum(fund + 2 * major + 3 * self) FROM settled").fetchone()
    return len(rows) / best if total == checksum else None


def measure_all(rates, measure, here, work, checksum):
    """Fills rates by the given measure(rates, command, …)."""
    place = f"{work}/peers"
    install(f"{here}/peers", place)
    claims = os.path.abspath(f"{work}/claims.json")
    for peer in ("javascript", "json_logic", "json_rules_engine", "publicodes", "zen", "duckdb"):
        print(f"# {peer}", flush=True)
        measure(rates, ["node", "--no-warnings", f"{peer}.mjs"], cwd=place, env={**os.environ, "CLAIMS": claims})
    if rate := sqlite(f"{here}/peers", f"{work}/claims.csv", checksum):
        rates["sqlite"] = [rate]


def fingerprint(claims_json, rows):
    """The checksum of the first claims, by whole numbers, for peers that are asked for fewer."""
    deductible, ratio, ceiling = ((30000, 60000, 100000), (30000, 60000, 120000)), ((95, 90, 85), (85, 75, 65)), (60000000, 35000000)
    with open(claims_json, encoding="utf-8") as file:
        claims = json.load(file)[:rows]
    out = 0
    for c in claims:
        scheme, level, cost = c["scheme"], c["level"] - 1, c["total"] - c["own"]
        eligible = cost - ((cost * 20 + 50) // 100 if c["filing"] == 2 else 0)
        fund = min((max(0, eligible - deductible[scheme][level]) * ratio[scheme][level] + 50) // 100,
                   max(0, ceiling[scheme] - c["ytd_fund"]))
        borne = c["ytd_self"]
        major = ((max(0, borne + eligible - fund - 1500000) - max(0, borne - 1500000)) * 60 + 50) // 100
        out += fund + 2 * major + 3 * (c["total"] - fund - major)
    return out
