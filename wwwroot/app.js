// What the browser must do itself: the colour scheme before the first paint, keys, dialogs, the clipboard, saving a file.
(() => {
  const year = 365 * 24 * 3600;
  const setCookie = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=${year};samesite=lax`; };
  const isTyping = target => target.closest?.('input, textarea, select, [contenteditable], fluent-text-input, fluent-textarea, fluent-dropdown');
  const gridKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Enter']);

  setCookie('zone', Intl.DateTimeFormat().resolvedOptions().timeZone);

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      document.getElementById('search-open')?.click();
    } else if (event.key === '/' && !isTyping(event.target)) {
      const box = document.querySelector('.grid-search');
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (gridKeys.has(event.key) && event.target.matches?.('.grid-body')) {
      event.preventDefault(); // the server moves the active row; the browser must not scroll as well
    } else if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      const menu = document.querySelector('details.menu[open]');
      if (menu) { menu.open = false; menu.querySelector('summary').focus(); return; }
      document.querySelector('.drawer-close')?.click();
    }
  });

  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target) || event.target.closest('.menu-item')) { menu.open = false; }
    }
  });

  window.relocation = {
    scheme: () => document.documentElement.dataset.scheme || 'system',
    setScheme: scheme => { document.documentElement.dataset.scheme = scheme; setCookie('scheme', scheme); },
    openDialog: id => { const dialog = document.getElementById(id); if (!dialog.open) { dialog.showModal(); } dialog.querySelector('input, button')?.focus(); },
    closeDialog: id => document.getElementById(id)?.close(),
    reveal: selector => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }),
    focus: id => document.getElementById(id)?.focus(),
    copy: async text => { try { await navigator.clipboard.writeText(text); return true; } catch { return false; } },
    showRow: (id, index, height) => {
      const body = document.getElementById(id);
      const head = body?.querySelector('.grid-head')?.offsetHeight ?? 0;
      if (!body) { return; }
      const top = index * height;
      if (top < body.scrollTop) { body.scrollTop = top; }
      else if (top + height > body.scrollTop + body.clientHeight - head) { body.scrollTop = top + height - body.clientHeight + head; }
    },
    save: (name, type, text) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
  };
})();
