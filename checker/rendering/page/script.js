"use strict";
/* The page as an instrument: filter and search, the chosen task of the drawing with its path lit. Text only ever
   enters as text; without this script the page stays a readable document. */
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = $("filter");
  const fields = Object.fromEntries(["level", "status", "lead", "obligation", "clause"].map((key) => [key, $("f-" + key)]));
  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const list = (value) => (value ? value.split(" ") : []);
  const hide = (node, hidden) => { if (node.hasAttribute("data-hide") !== hidden) node.toggleAttribute("data-hide", hidden); };

  /* -- what there is to filter, read once ------------------------------------------------------------ */
  const tasks = all(".task").map((node) => ({
    node,
    id: node.id.slice(2),
    name: node.querySelector(".name").textContent,
    clause: node.dataset.clause,
    obligation: node.dataset.obligation || "",
    leads: (node.dataset.lead || "").split("|"),
    text: node.querySelector("summary").textContent.toLowerCase() + all("dd", node).map((one) => one.textContent).join(" ").toLowerCase(),
    cells: all("tbody tr", node).map((row) => ({
      row, level: row.dataset.level, status: row.dataset.status, text: row.textContent.toLowerCase(),
    })),
  }));
  const statements = all("#statements li").map((node) => ({
    node,
    text: node.textContent.toLowerCase(),
    levels: list(node.dataset.levels),
    clauses: list(node.dataset.clauses),
    obligations: list(node.dataset.obligations),
    tasks: list(node.dataset.tasks),
  }));
  const clauses = all(".clause");
  const reports = all(".report");
  const boxes = new Map(all(".network a.box").map((node) => [node.dataset.task, node]));
  const marks = new Map(all(".legend .sign").map((node) => [node.classList[1], node.textContent]));
  const looks = new Map([...boxes].map(([task, node]) => [task, [node.classList[1], node.querySelector(".sign").textContent]]));
  const cellCount = tasks.reduce((sum, task) => sum + task.cells.length, 0);

  /* -- filter ------------------------------------------------------------------------------------- */
  function apply() {
    const wanted = Object.fromEntries(Object.entries(fields).map(([key, node]) => [key, node.value]));
    const search = words($("q").value);
    const has = (text) => search.every((word) => text.includes(word));
    const shown = new Set();
    const ofScope = new Set();
    let cells = 0;
    for (const task of tasks) {
      const inScope = (!wanted.clause || task.clause === wanted.clause) && (!wanted.obligation || task.obligation === wanted.obligation)
        && (!wanted.lead || task.leads.includes(wanted.lead));
      const named = has(task.text);
      let any = 0;
      for (const cell of task.cells) {
        const fits = inScope && (!wanted.level || cell.level === wanted.level) && (!wanted.status || cell.status === wanted.status);
        if (fits) ofScope.add(task.id);
        const visible = fits && (named || has(task.text + cell.text));
        hide(cell.row, !visible);
        any += visible ? 1 : 0;
      }
      cells += any;
      hide(task.node, !any);
      if (any) shown.add(task.id);
    }
    let told = 0;
    const byTask = wanted.lead || wanted.status;
    for (const one of statements) {
      const visible = has(one.text) && (!wanted.level || one.levels.includes(wanted.level))
        && (!wanted.clause || one.clauses.includes(wanted.clause)) && (!wanted.obligation || one.obligations.includes(wanted.obligation))
        && (!byTask || one.tasks.some((task) => ofScope.has(task)));
      hide(one.node, !visible);
      told += visible ? 1 : 0;
    }
    for (const part of [...clauses, ...reports]) hide(part, !part.querySelector(".task:not([data-hide]), li:not([data-hide])"));
    paint(wanted.level, shown);
    const narrowed = search.length || Object.values(wanted).some(Boolean);
    $("found").textContent = narrowed
      ? `找到 ${cells} 格、${told} 条语句` : `共 ${cellCount} 格、${statements.length} 条语句`;
    highlight(search);
  }

  /* The boxes show the status at the chosen level, and fade where the filter leaves nothing. */
  function paint(level, shown) {
    for (const task of tasks) {
      const box = boxes.get(task.id);
      if (!box) continue;
      const [look, sign] = looks.get(task.id);
      const cell = level && task.cells.find((one) => one.level === level);
      const now = cell ? cell.status : look;
      box.classList.replace(box.classList[1], now);
      box.querySelector(".sign").textContent = cell ? marks.get(now) || "－" : sign;
      box.classList.toggle("off", !shown.has(task.id));
    }
  }

  /* Mark what was searched for, without touching the text; only where the browser can. */
  function highlight(search) {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!search.length) return;
    const found = new Highlight();
    for (const one of statements.filter((each) => !each.node.hasAttribute("data-hide")).slice(0, 200)) {
      const text = one.node.firstElementChild.firstChild;
      if (!text) continue;
      const lower = text.data.toLowerCase();
      for (const word of search) {
        for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(text, at);
          range.setEnd(text, Math.min(at + word.length, text.length));
          found.add(range);
        }
      }
    }
    CSS.highlights.set("found", found);
  }

  function narrow(values, target) {
    form.reset();
    for (const [key, value] of Object.entries(values)) if (fields[key]) fields[key].value = value;
    apply();
    if (target) target.scrollIntoView();
  }

  /* -- the drawing ---------------------------------------------------------------------------------- */
  const network = document.querySelector(".network");
  const chosen = $("chosen");
  const paths = all(".network .lines path").map((node) => ({ node, from: node.dataset.from, to: node.dataset.to }));
  const after = new Map(), before = new Map();
  for (const path of paths) {
    after.set(path.from, [...(after.get(path.from) || []), path.to]);
    before.set(path.to, [...(before.get(path.to) || []), path.from]);
  }

  function reach(start, links) {
    const met = new Set([start]);
    for (const task of met) for (const next of links.get(task) || []) met.add(next);
    return met;
  }

  /* Light what a task waits for and what waits for it. */
  function light(task) {
    const down = reach(task, after), up = reach(task, before);
    network.classList.add("lit");
    for (const [id, box] of boxes) {
      box.classList.toggle("on", down.has(id) || up.has(id));
      box.classList.toggle("chosen", id === task);
    }
    for (const path of paths) {
      path.node.classList.toggle("on", (down.has(path.from) && down.has(path.to)) || (up.has(path.from) && up.has(path.to)));
    }
  }

  function clear() {
    if (!network) return;
    network.classList.remove("lit");
    for (const box of boxes.values()) box.classList.remove("on", "chosen");
    for (const path of paths) path.node.classList.remove("on");
    chosen.hidden = true;
    chosen.parentElement.classList.remove("two");
  }

  /* Show a task beside the drawing: the same facts, cells and links as in the ledger, and its sentences. */
  function choose(task, focus) {
    const block = $("t-" + task);
    if (!block || !boxes.has(task)) return;
    light(task);
    const heading = document.createElement("h3");
    heading.textContent = `${block.querySelector(".no").textContent} ${block.querySelector(".name").textContent}`;
    const parts = all(":scope > dl, :scope > p, :scope > table", block).map((node) => node.cloneNode(true));
    for (const node of parts) for (const row of all("[data-hide]", node)) row.removeAttribute("data-hide");
    const cited = [...new Set(all(".cells .refs a", block).map((link) => link.getAttribute("href").slice(1)))];
    const quotes = cited.slice(0, 8).flatMap((id) => {
      const from = $(id);
      if (!from) return [];
      const quote = document.createElement("blockquote");
      quote.textContent = from.firstElementChild.textContent;
      const place = document.createElement("p");
      place.className = "labels";
      const link = document.createElement("a");
      link.href = "#" + id;
      link.textContent = id.slice(2);
      place.append(link);
      return [quote, place];
    });
    chosen.replaceChildren(heading, ...parts, ...quotes);
    chosen.hidden = false;
    chosen.parentElement.classList.add("two");
    if (focus) chosen.focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "nearest" });
  }

  function size(fit) {
    network.classList.toggle("fit", fit);
    for (const button of all(".tools button")) {
      if (["fit", "actual"].includes(button.dataset.do)) button.setAttribute("aria-pressed", String((button.dataset.do === "fit") === fit));
    }
  }

  /* -- events --------------------------------------------------------------------------------------- */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a, button");
    if (!link || event.ctrlKey || event.metaKey) return;
    const { task, light: root, lead, clause, level, do: action } = link.dataset;
    if (task) { event.preventDefault(); choose(task, false); }
    else if (root) { event.preventDefault(); choose(root, false); boxes.get(root).scrollIntoView({ block: "center", inline: "center" }); }
    else if (lead) { event.preventDefault(); narrow({ lead }, $("taizhang")); }
    else if (clause) { event.preventDefault(); narrow({ clause, level }, $("c-" + clause)); }
    else if (action === "clear") clear();
    else if (action === "open" || action === "close") for (const one of tasks) one.node.open = action === "open";
    else if (action) size(action === "fit");
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });

  /* A link leads to something hidden by the filter, or closed: show it first. */
  function reveal() {
    const target = $(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[data-hide]")) narrow({});
    if (target.tagName === "DETAILS") target.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);

  /* Verdicts are printed with their reasons; tasks as the reader has opened them. */
  let opened = [];
  window.addEventListener("beforeprint", () => { opened = all(".reasons details:not([open])"); for (const one of opened) one.open = true; });
  window.addEventListener("afterprint", () => { for (const one of opened) one.open = false; });

  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (window.innerWidth < 768) form.querySelector("details").open = false;
  for (const bar of all(".tools")) bar.hidden = false;
  if (network) size(window.innerWidth >= 1400);
  apply();
  if (location.hash) reveal();
})();
