import { describe } from '@jest/globals';
import { CONFIRMS, decisions, PROMISED } from './site.js';

describe('who asks', () => {
  decisions([
    [{ role: 'attorney' }, PROMISED],
    [{ role: 'doj-accredited-representative' }, PROMISED],
    [{ role: 'social-service-provider' }, PROMISED],
    [{ role: 'case-manager' }, PROMISED],
    [{ role: 'law-enforcement' }, PROMISED],
    [{ role: 'program-manager' }, PROMISED],
    [{ role: 'other-professional' }, PROMISED],
    [{ role: 'paralegal' }, '422 supervisor-required /supervisor'],
    [{ role: 'legal-assistant' }, '422 supervisor-required /supervisor'],
    [{ role: 'legal-intern' }, '422 supervisor-required /supervisor'],
    [{ role: 'law-graduate' }, '422 supervisor-required /supervisor'],
    [{ role: 'law-student' }, '422 supervisor-required /supervisor'],
    [{ role: 'paralegal', supervisor: 'attorney' }, CONFIRMS],
    [{ role: 'legal-assistant', supervisor: 'attorney' }, CONFIRMS],
    [{ role: 'legal-intern', supervisor: 'attorney' }, CONFIRMS],
    [{ role: 'law-graduate', supervisor: 'attorney' }, CONFIRMS],
    [{ role: 'law-student', supervisor: 'doj-accredited-representative' }, CONFIRMS],
    [{ role: 'paralegal', supervisor: 'self' }, '422 supervisor-required /supervisor/email'],
    [{ role: 'paralegal', supervisor: 'paralegal' }, '422 supervisor-required /supervisor/role'],
    [{ role: 'law-student', supervisor: 'case-manager' }, '422 supervisor-required /supervisor/role'],
    // Who needs none has none, whatever was typed before the role was changed.
    [{ role: 'attorney', supervisor: 'attorney' }, PROMISED],
    [{ role: 'case-manager', supervisor: 'self' }, PROMISED],
    [{ role: 'survivor' }, '422 role-not-served'],
    [{ role: 'member-of-public' }, '422 role-not-served'],
    [{ role: 'judge' }, '422 invalid /requester/role'],
  ]);
});

describe('what for', () => {
  decisions([
    [{ kind: 'general-information' }, 'queued, general-information; by 2026-11-24 (promise); normal'],
    [{ kind: 'trafficking-analysis' }, 'queued, trafficking-analysis; by 2026-11-24 (promise); normal'],
    [{ kind: 'document-review' }, '422 invalid /documentKind'],
    [
      { kind: 'general-information', role: 'paralegal', supervisor: 'attorney' },
      'queued, general-information; waits for supervisor-confirmation; by 2026-11-24 (promise); normal',
    ],
    [{ kind: 'general-information', role: 'paralegal' }, '422 supervisor-required /supervisor'],
    [{ kind: 'research' }, '422 invalid /kind'],
    [{ over: { topics: ['weather'] } }, '422 invalid /topics/0'],
    [{ over: { topics: [] } }, '422 invalid /topics'],
    [{ over: { facts: ' ' } }, '422 invalid /facts'],
    [{ over: { acknowledgesScope: false } }, '422 invalid /acknowledgesScope'],
    [{ kind: 'case-consultation', document: 't-visa-rfe' }, '422 invalid /documentKind'],
    [{ kind: 'general-information', document: 'victims-compensation' }, '422 invalid /documentKind'],
  ]);
});
