// Says aloud that a passkey did not work; allauth's own script only writes to the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const message = document.querySelector("[data-key-error]");
  if (message) message.hidden = false;
});
