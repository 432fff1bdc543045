/** Runs before the first paint, so that a chosen theme does not flash. The one script of ours that stands inside a page. */
export const themeScript =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}"
