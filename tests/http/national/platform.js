// A stand-in for the national platform: takes the messages over HTTP, refuses what breaks its tables, keeps what it
// took, and answers the queries 5301 and 5302. It reads the tables of assets/codes/national, and checks them by code
// of its own, so that both sides would have to be wrong alike.
//
//   const platform = await openPlatform();
//   platform.url, platform.seen, platform.forget(infno), await platform.close();

import { readFileSync } from "node:fs";
import http from "node:http";

const folder = new URL("../../../assets/codes/national/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const tables = read("messages.json");
const { dictionaries } = read("dictionaries.json");
const byNumber = new Map(tables.transactions.map((one) => [one.infno, one]));

function faultOf(field, value, object) {
  const needed = field.required || (field.required_with && object[field.required_with]);
  if (value === undefined || value === "") return needed ? `${field.zh}(${field.name})不能为空` : null;
  if (field.type === "object") return JSON.stringify(value).length > field.length ? `${field.name}过长` : null;
  if (typeof value !== "string") return `${field.name}不是字符型`;
  if (field.length && value.length > field.length) return `${field.zh}(${field.name})超长`;
  if (field.type === "date" && !/^\d{4}-\d\d-\d\d$/.test(value)) return `${field.name}日期格式错误`;
  if (field.type === "datetime" && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value)) return `${field.name}时间格式错误`;
  const dictionary = dictionaries[field.dictionary];
  if (dictionary?.complete && !(value in dictionary.values)) return `${field.name}字典值错误`;
  return null;
}

function faultsOf(fields, object, beside = object) {
  const known = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(object).filter((name) => !known.has(name)).map((name) => `没有${name}`);
  return [...fields.map((field) => faultOf(field, object[field.name], beside)).filter(Boolean), ...unknown];
}

class Platform {
  constructor() {
    this.seen = [];
    this.kept = new Map(); // trt_dcla_detl_sn -> { infno, body }
    this.ids = new Set();
    this.silent = false;
  }

  take(message) {
    const transaction = byNumber.get(message.infno);
    if (!transaction) return this.no("交易编号不存在");
    const body = message.input?.[transaction.node] ?? {};
    const faults = [...faultsOf(tables.envelope.fields, message, { ...message, psn_no: body.psn_no }), ...faultsOf(transaction.fields, body)];
    if (!/^.{12}\d{14}\d{4}$/.test(message.msgid) || !message.msgid.startsWith(message.fixmedins_code)) faults.push("msgid格式错误");
    if (this.ids.has(message.msgid)) faults.push("msgid重复");
    if (faults.length > 0) return this.no(faults.join("；"));
    this.ids.add(message.msgid);
    if (transaction.asks) return this.yes({ [transaction.asks.node]: this.asked(transaction, body) });
    if (transaction.cancels) return this.kept.delete(body.trt_dcla_detl_sn) ? this.yes({}) : this.no("没有这笔待遇申报");
    const serial = `T${String(this.seen.length).padStart(8, "0")}`;
    this.kept.set(serial, { infno: message.infno, body });
    return this.yes({ result: { trt_dcla_detl_sn: serial } });
  }

  asked(query, { psn_no }) {
    const rows = [...this.kept.values()].filter((one) => one.infno === query.asks.of && one.body.psn_no === psn_no);
    return rows.map(({ body }) => Object.fromEntries(query.asks.fields.map(({ name }) => [name, body[name]]).filter(([, value]) => value)));
  }

  yes(output) {
    return { infcode: 0, inf_refmsgid: "442000" + "20261121105805" + "0000000001", err_msg: "", output };
  }

  no(reason) {
    return { infcode: -1, inf_refmsgid: "442000" + "20261121105805" + "0000000002", err_msg: reason.slice(0, 200) };
  }

  forget(infno) {
    for (const [serial, one] of this.kept) if (one.infno === infno) this.kept.delete(serial);
  }
}

export async function openPlatform() {
  const platform = new Platform();
  const server = http.createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    if (platform.silent) return request.socket.destroy();
    let answer;
    try {
      const message = JSON.parse(text);
      platform.seen.push(message);
      answer = platform.take(message);
    } catch {
      answer = platform.no("报文不是 JSON");
    }
    response.writeHead(200, { "content-type": "application/json;charset=utf-8" }).end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  platform.url = `http://127.0.0.1:${server.address().port}/fsi/api/rsfComIfsService/callService`;
  platform.close = () => new Promise((resolve) => server.close(resolve));
  return platform;
}
