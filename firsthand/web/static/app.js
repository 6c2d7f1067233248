// What pages can do beyond links and forms: keys, layers kept, files dropped. Everything works without it too.
"use strict";

(() => {
  const items = () => [...document.querySelectorAll("[data-item]")];
  const typing = (element) => element && /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) && !/^(checkbox|radio)$/.test(element.type);
  let chosen = -1;

  function choose(step) {
    const all = items();
    if (!all.length) return;
    all.forEach((one) => one.classList.remove("chosen"));
    chosen = Math.min(Math.max(chosen + step, 0), all.length - 1);
    const link = all[chosen].querySelector("a[href]");
    all[chosen].classList.add("chosen");
    all[chosen].scrollIntoView({ block: "nearest" });
    if (link) link.focus({ preventScroll: true });
  }

  function leave() {
    if (typing(document.activeElement)) return document.activeElement.blur();
    const marked = document.querySelector(".chosen");
    if (marked) {
      marked.classList.remove("chosen");
      chosen = -1;
      return document.activeElement.blur();
    }
    const up = document.querySelector("[data-up]");
    if (up) up.click();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave();
    if (typing(document.activeElement)) return;
    if (event.key === "j") choose(1);
    else if (event.key === "k") choose(-1);
    else if (event.key === "/") {
      event.preventDefault();
      document.getElementById("q").select();
    }
  });

  // Layers of a report stay as they were chosen last.
  for (const box of document.querySelectorAll(".layers input")) {
    const kept = localStorage.getItem(box.id);
    if (kept !== null) box.checked = kept === "on";
    box.addEventListener("change", () => localStorage.setItem(box.id, box.checked ? "on" : "off"));
  }

  // Files dropped on the form are those chosen; sending shows how far it has come.
  const form = document.getElementById("drop");
  if (form) {
    const input = document.getElementById("files");
    form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      input.files = event.dataTransfer.files;
      if (input.files.length) form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(new FormData(form));
    });
  }

  function send(data) {
    const told = document.getElementById("sending");
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/read");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) told.textContent = Math.round((100 * event.loaded) / event.total) + " %";
    });
    request.addEventListener("load", () => {
      const answer = request.response;
      if (request.status === 202) location.assign("/read/" + encodeURIComponent(answer.id));
      else told.textContent = answer && answer.error ? answer.error.message : String(request.status);
    });
    request.addEventListener("error", () => { told.textContent = "–"; });
    request.send(data);
  }

  const job = document.querySelector("[data-job]");
  if (job) {
    const timer = setInterval(async () => {
      const response = await fetch("/api/v1/read/" + encodeURIComponent(job.dataset.job));
      const line = await response.json();
      if (!response.ok || line.state === "done" || line.state === "failed") {
        clearInterval(timer);
        return location.reload();
      }
      document.getElementById("bar").value = line.done;
      document.getElementById("done").textContent = line.done;
      document.getElementById("now").textContent = line.now;
    }, 700);
  }
})();
