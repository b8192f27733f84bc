/** What accounts rest on is said for each role: what was said for all of them at once is carried over. */
export const basis = /* sql */ `
INSERT OR IGNORE INTO settings (key, value)
  SELECT 'consent.basis.' || r.value, 'none' FROM settings s, json_each('["student", "teacher", "guardian", "staff"]') r
  WHERE s.key = 'consent.required' AND lower(trim(s.value)) = 'no';
DELETE FROM settings WHERE key = 'consent.required';
`;
