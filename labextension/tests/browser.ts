// What a browser has and jsdom has not; JupyterLab's packages ask for it.

Object.assign(window, {
  DragEvent: class DragEvent extends MouseEvent {},
  matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
  requestIdleCallback: (run: () => void) => setTimeout(run)
});
Object.assign(window.navigator, { clipboard: {} });
Object.assign(window.Element.prototype, { scrollIntoView: () => undefined });

// JupyterLab's dialogs are seen by its style sheet, not by being opened.
const style = document.createElement('style');
style.textContent = '.jp-Dialog { display: flex }';
document.head.append(style);
