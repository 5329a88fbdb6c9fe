// Keeps an open page at what is known: when the locality has changed, the page is read again and
// its content takes the place of the old. Without this script the page is as it was when loaded.
const content = () => document.getElementById("live");
const notice = document.getElementById("live-notice");
let reading = false;
let again = false;
let waiting = null;

// What a reader is in the middle of is not taken away: new content waits until focus has left it.
function place(fresh) {
  if (content().contains(document.activeElement)) {
    waiting = fresh;
    notice.textContent = "There is something new: it is shown as soon as you leave this table or link.";
    return;
  }
  waiting = null;
  const open = new Set([...content().querySelectorAll("details[open]")].map((it) => it.id));
  fresh.querySelectorAll("details").forEach((it) => {
    it.open = open.has(it.id);
  });
  const scrolled = [...content().querySelectorAll(".scroll")].map((it) => [name(it), it.scrollLeft]);
  const position = new Map(scrolled);
  content().replaceWith(document.adoptNode(fresh));
  content().querySelectorAll(".scroll").forEach((it) => {
    it.scrollLeft = position.get(name(it)) ?? 0;
  });
  notice.textContent = "Updated at " + new Date().toLocaleTimeString("en-GB");
}

// A region that scrolls, by what a screen reader calls it.
function name(region) {
  return region.getAttribute("aria-label") ?? region.getAttribute("aria-labelledby");
}

document.addEventListener("focusout", () => {
  // Focus has arrived where it goes only after this event.
  setTimeout(() => waiting && place(waiting));
});

async function refresh() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("live");
    if (fresh) {
      place(fresh);
    }
  } catch {
    noLongerLive();
  } finally {
    reading = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

function noLongerLive() {
  notice.textContent = "This page no longer follows the data: load it again.";
}

const changes = new EventSource(location.pathname + "/changes");
changes.addEventListener("version", (told) => {
  if (told.data !== content().dataset.version) {
    refresh();
  }
});
changes.addEventListener("error", () => {
  // A line that was cut comes back by itself; one that was refused does not.
  if (changes.readyState === EventSource.CLOSED) {
    noLongerLive();
  }
});
