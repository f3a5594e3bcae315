/**
 * The only script. Pages work without it. It fills in the browser's time zone and, on the waiting page, does the
 * proof of work that saves the wait.
 */
export const SCRIPT = `
'use strict';
(function () {
  var zone = document.querySelector('select[data-guess]');
  var mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && mine) {
    if (!Array.from(zone.options).some(function (o) { return o.value === mine; })) zone.add(new Option(mine, mine));
    zone.value = mine;
  }
  var form = document.querySelector('form[data-challenge]');
  if (!form || !window.crypto || !crypto.subtle) return;
  var task = JSON.parse(form.dataset.challenge);
  var status = document.getElementById('work');
  var bytes = new TextEncoder();
  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), function (b) { return b.toString(16).padStart(2, '0'); }).join('');
  }
  async function solve() {
    for (var start = 0; start < task.max; start += 1000) {
      var numbers = Array.from({ length: Math.min(1000, task.max - start) }, function (_, i) { return start + i; });
      var sums = await Promise.all(numbers.map(function (n) {
        return crypto.subtle.digest('SHA-256', bytes.encode(task.salt + n));
      }));
      for (var i = 0; i < sums.length; i++) if (hex(sums[i]) === task.challenge) return numbers[i];
    }
  }
  status.textContent = status.dataset.working;
  solve().then(function (number) {
    if (number === undefined) return;
    var proof = Object.assign({ number: number }, task);
    form.elements.proof.value = btoa(JSON.stringify(proof));
    form.previousElementSibling.hidden = true;
    status.textContent = status.dataset.ready;
  });
})();
`.trim();
