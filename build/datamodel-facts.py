#!/usr/bin/env python3
"""Writes the facts of a XAPI datamodel (JSON) as the simulator's schema resource, on standard output.

usage: build/datamodel-facts.py DATAMODEL.json > src/Relocation.Simulator/Schema/datamodel.txt

One fact a line, columns separated by tabs:
  roles  number  role names
  class  name  flags (e evented, d in the database, p persistent)
  enum   name  values
  field  name  column (= when it equals the name)  type  qualifier (W writable, C set at creation, R run time)  flags (i internal)  default (JSON, - for none)
  msg    name  kind  flags (s session, a async, h hidden, i pool internal, r removed)  roles number
         and, for custom messages: result, then name, type and default (JSON, - for none) of each parameter
  rel    class  field  class  field (the first is a set where both sides are plural, else the many side's reference)
  error  code  parameter names
"""
import json
import sys

model = json.load(open(sys.argv[1], encoding="utf-8"))
out = []


def line(*columns):
    out.append("\t".join(columns))


def default(item):
    return json.dumps(item["default"], ensure_ascii=False, separators=(",", ":")) if "default" in item else "-"


sets = []
for c in model["classes"]:
    for m in c["messages"]:
        if m["roles"] not in sets:
            sets.append(m["roles"])
for number, names in enumerate(sets):
    line("roles", str(number), " ".join(names))

for c in model["classes"]:
    line("class", c["name"], "".join(f for f, on in (("e", c["gen_events"]), ("d", c["in_database"]), ("p", c["persist"])) if on))
    for name, values in c["enums"].items():
        line("enum", name, " ".join(values))
    for f in c["fields"]:
        column = "=" if f["db_name"] == f["name"] else f["db_name"]
        qualifier = {"RW": "W", "RO/constructor": "C", "RO/runtime": "R"}[f["qualifier"]]
        line("field", f["name"], column, f["type"], qualifier, "i" if f["internal_only"] else "", default(f))
    for m in c["messages"]:
        flags = "".join(f for f, on in (
            ("s", m["session"]), ("a", m["async"]), ("h", m["hidden"]), ("i", m["pool_internal"]),
            ("r", bool(m["lifecycle"]) and m["lifecycle"][-1][0] == "removed")) if on)
        head = ["msg", m["name"], m["kind"], flags, str(sets.index(m["roles"]))]
        if m["kind"] == "custom":
            head.append(m["result"])
            for p in m["params"]:
                head += [p["name"], p["type"], default(p)]
        line(*head)

for r in model["relations"]:
    line("rel", *r)
for e in model["errors"]:
    line("error", e["code"], " ".join(e["params"]))

print("\n".join(out))
