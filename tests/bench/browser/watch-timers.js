// Runs before the app: a page that can be hidden, and a list of the timers that were armed while it was.
(() => {
  const armed = [];
  let isHidden = false;
  Object.defineProperty(document, "visibilityState", { get: () => (isHidden ? "hidden" : "visible") });
  Object.defineProperty(document, "hidden", { get: () => isHidden });
  for (const name of ["setTimeout", "setInterval"]) {
    const arm = window[name].bind(window);
    window[name] = (call, wait = 0, ...rest) => {
      const timer = { wait, ran: false, where: isHidden ? new Error(name).stack : "" };
      if (isHidden) armed.push(timer);
      const run = (...given) => {
        timer.ran = true;
        return call(...given);
      };
      return arm(run, wait, ...rest);
    };
  }
  window.hiding = {
    hide: () => {
      isHidden = true;
      armed.length = 0;
      document.dispatchEvent(new Event("visibilitychange"));
    },
    armed: () => armed,
  };
})();
