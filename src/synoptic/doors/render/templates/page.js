"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Filters: which claims are shown. Without this script all are.
  for (const section of all("[data-synopsis]")) {
    const bar = section.querySelector(".filters");
    if (!bar) continue;
    const rows = all("tbody.claim", section);
    const words = rows.map((row) => row.textContent.toLocaleLowerCase());
    const buttons = all("[data-show]", bar);
    const missing = bar.querySelector("[data-missing]");
    const word = bar.querySelector("[data-word]");
    const showing = bar.querySelector("[data-showing]");
    let show = "all";
    const apply = () => {
      const lacks = missing.value;
      const sought = word.value.trim().toLocaleLowerCase();
      let shown = 0;
      rows.forEach((row, number) => {
        const fits =
          (show === "all" || (show === "shared" ? row.dataset.shared === "1" : row.dataset.status === show)) &&
          (!lacks || !row.dataset.in.split(" ").includes(lacks)) &&
          (!sought || words[number].includes(sought));
        row.hidden = !fits;
        shown += fits;
      });
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === show));
      showing.textContent = shown === rows.length ? "" : `showing ${shown} of ${rows.length}`;
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        show = button.dataset.show;
        apply();
      });
    }
    missing.addEventListener("change", apply);
    word.addEventListener("input", apply);
    bar.hidden = false;
  }

  // Citations: light the cited words, also where another mark cuts them, and offer the way back.
  const back = document.querySelector(".back");
  let from = null;
  const light = () => {
    for (const old of all(".lit")) old.classList.remove("lit");
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target || !target.classList.contains("m")) return;
    target.classList.add("lit");
    for (const piece of all("[data-of]")) if (piece.dataset.of === id) piece.classList.add("lit");
    target.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link) return;
    if (link === back) {
      event.preventDefault();
      back.hidden = true;
      if (from) {
        from.scrollIntoView({ block: "center" });
        from.focus({ preventScroll: true });
      }
      return;
    }
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && target.classList.contains("m")) {
      from = link;
      back.hidden = false;
      setTimeout(light, 0);
    }
  });
  window.addEventListener("hashchange", light);
  light();

  // The section that is being read, in the navigation.
  const links = new Map(all("nav.sections a").map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const link = links.get(entry.target.id);
        if (!link || !entry.isIntersecting) continue;
        for (const other of all("a.here", link.parentElement)) other.classList.remove("here");
        link.classList.add("here");
      }
    },
    { rootMargin: "-10% 0px -75% 0px" },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) seen.observe(heading);
  }

  // On paper everything is open.
  window.addEventListener("beforeprint", () => all("details").forEach((details) => (details.open = true)));
})();
