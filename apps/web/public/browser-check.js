/* Written so that the oldest browsers can read it: it decides whether this page may go on at all. */
(function () {
  var match = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent);
  var isOldChromium = match !== null && Number(match[1]) < 95;
  var lacksLanguage =
    typeof Object.hasOwn !== "function" || !("noModule" in document.createElement("script"));
  if (isOldChromium || lacksLanguage) window.location.replace("/old-browser.html");
})();
