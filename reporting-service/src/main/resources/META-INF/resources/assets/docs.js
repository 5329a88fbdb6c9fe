// Shows the documents that the page links to in one reader. Without it the links still work.
window.addEventListener("load", () => {
  const urls = [...document.querySelectorAll("[data-document]")].map((link) => ({
    name: link.dataset.document,
    url: link.getAttribute("href"),
  }));
  window.SwaggerUIBundle({
    urls,
    "urls.primaryName": new URLSearchParams(location.search).get("urls.primaryName") || urls[0].name,
    dom_id: "#reader",
    deepLinking: true,
    validatorUrl: null,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    persistAuthorization: false,
    presets: [window.SwaggerUIBundle.presets.apis, window.SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
  });
});
