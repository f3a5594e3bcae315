import { figures } from '../../src/events/figures';

test.each([
  ['Nove chefes de facção e 120 policiais', [9, 120]],
  ['Quinze détenus, 1 200 gardiens', [15, 1200]],
  ['1.200 presos; 1,200 inmates', [1200]],
  ['Two of three killed in 2026, says page 2', []],
  ['Diecisiete muertos y veinte heridos', [17, 20]],
  ['3.5 millones', []],
])('numbers of “%s”', (text, expected) => {
  expect(figures(text)).toEqual(expected);
});
