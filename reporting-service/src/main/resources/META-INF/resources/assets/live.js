// Keeps an open page at what is known: when the locality has changed, the page is read again and
// its content takes the place of the old. Without this script the page is as it was when loaded.
const content = () => document.getElementById("live");
const notice = document.getElementById("live-notice");
let reading = false;
let again = false;

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
      const open = new Set([...content().querySelectorAll("details[open]")].map((it) => it.id));
      fresh.querySelectorAll("details").forEach((it) => {
        it.open = open.has(it.id);
      });
      content().replaceWith(document.adoptNode(fresh));
      notice.textContent = "Updated at " + new Date().toLocaleTimeString("en-GB");
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
