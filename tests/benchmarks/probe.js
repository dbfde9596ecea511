// In JupyterLab's page, before its own scripts: what happens there, and when. All times are milliseconds of
// performance.now(). A frame counts once it is painted: at the first task behind its animation callbacks.
window.probe = (() => {
  const painted = () =>
    new Promise(resolve =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      })
    );

  // The panel's data: the last snapshot, and the last list of tasks.
  const probe = { events: 0, keys: [], snapshot: 0 };
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(url, protocols) {
      super(url, protocols);
      if (String(url).includes('/areyouj/api/events')) {
        this.addEventListener('message', ({ data }) => {
          probe.events += 1;
          probe.snapshot = data.startsWith('{"type":"snapshot"') ? performance.now() : probe.snapshot;
        });
      }
    }
  };
  const listed = () => performance.getEntriesByType('resource').filter(({ name }) => /areyouj\/api\/tasks\b/.test(name));
  probe.data = () => Math.max(probe.snapshot, ...listed().map(entry => entry.responseEnd));
  probe.known = () => probe.snapshot > 0 && listed().length > 0;

  // The frame in which something is there for the first time.
  const first = is =>
    new Promise(resolve => {
      const look = () => {
        if (is()) {
          watcher.disconnect();
          resolve(painted());
        }
      };
      const watcher = new MutationObserver(look);
      const changes = { attributes: true, attributeFilter: ['class', 'style'], childList: true, subtree: true };
      watcher.observe(document, changes);
      look();
    });
  const rows = document.getElementsByClassName('jp-AreYouJ-row');
  const tasks = document.getElementsByClassName('jp-AreYouJ-task');
  probe.panel = (agents, count) =>
    first(() => rows.length >= agents && tasks.length >= count && rows[0].offsetParent);
  // A conversation of so many messages, from the click on its tab.
  probe.conversation = async (tab, count) => {
    const node = document.getElementById(tab);
    const messages = node.getElementsByClassName('jp-AreYouJ-message');
    return (await first(() => node.offsetParent && messages.length >= count)) - probe.pressed;
  };

  // Keys: from the moment of the press, as the browser has it, to the frame behind it. So are clicks.
  probe.pressed = 0;
  addEventListener('pointerdown', ({ timeStamp }) => (probe.pressed = timeStamp), true);
  addEventListener('keydown', ({ timeStamp }) => painted().then(at => probe.keys.push(at - timeStamp)), true);

  // Terminals: how old the picture of the clock in a tab is, in milliseconds; infinite where it is not shown.
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const age = tab => {
    const canvas = document.getElementById(tab)?.querySelector('canvas:not(.xterm-link-layer)');
    if (!canvas?.offsetParent) {
      return Infinity;
    }
    pixel.drawImage(canvas, 4, canvas.height - 4, 1, 1, 0, 0, 1, 1);
    const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
    const shown = (red << 16) | (green << 8) | blue;
    return Date.now() - (Math.floor(Date.now() / 100 / 2 ** 24) * 2 ** 24 + shown) * 100;
  };
  const context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (type, options) {
    // Otherwise what was painted cannot be read any more.
    return context.call(this, type, type.startsWith('webgl') ? { ...options, preserveDrawingBuffer: true } : options);
  };
  // When a tab shows what its terminal got until `late` milliseconds before the click.
  probe.shows = async (tab, late) => {
    const began = performance.now();
    for (let at = began; at - began < 10_000; at = await painted()) {
      if (probe.pressed > began && age(tab) < at - probe.pressed + late) {
        return at - probe.pressed;
      }
    }
    throw new Error(`The terminal in ${tab} did not show the time; it is ${age(tab)} ms behind.`);
  };
  probe.age = age;
  return probe;
})();
