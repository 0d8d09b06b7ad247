import { ok } from '../../domain/result.js';
import { addAddress } from '../../usecases/people/add-address.js';
import { claimAddress } from '../../usecases/people/claim-address.js';
import { correctOrganizationRecord } from '../../usecases/people/correct-organization-record.js';
import { mergeOrganizations } from '../../usecases/people/merge-organizations.js';
import { mergePeople } from '../../usecases/people/merge-people.js';
import {
  organizationCorrectionSchema,
  organizationViewSchema,
} from '../../usecases/people/organization-view.schema.js';
import {
  addressSchema,
  claimedSchema,
  mergeSchema,
  personViewSchema,
} from '../../usecases/people/person-view.schema.js';
import { readOrganization } from '../../usecases/people/read-organization.js';
import { readPerson } from '../../usecases/people/read-person.js';
import { json } from '../http/answer.js';
import { newOrKnown } from '../http/new-or-known.js';
import { uuid } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';

const tag = 'People';

/** People with their addresses, and their organizations (api.md "Added later"). */
export const peopleRoutes: readonly Route[] = [
  route({
    id: 'claimAddress',
    access: 'people.claim-address',
    // Whoever has an address signs in by it.
    fresh: true,
    method: 'post',
    path: '/me/addresses',
    tag,
    summary: 'Say that another address is yours too',
    description:
      'For a signed-in person; a key has no addresses. A link goes there. It counts once you open it signed in; what came in under both addresses is then kept together.',
    body: addressSchema,
    answers: {
      202: json('A link went there', claimedSchema),
      200: json('It is yours already', claimedSchema),
    },
    problems: [],
    async handle({ services, actor, body }) {
      const claimed = unwrap(await claimAddress(services, actor, body.email));
      return ok({ status: claimed.status === 'asked' ? 202 : 200, body: claimed });
    },
  }),
  route({
    id: 'readPerson',
    method: 'get',
    path: '/people/{id}',
    tag,
    summary: 'Read a person',
    description: 'Addresses, requests and completions; no words of their requests.',
    access: 'people.read',
    params: { id: uuid },
    answers: { 200: json('The person', personViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readPerson(services, actor, params.id),
  }),
  route({
    id: 'addAddress',
    method: 'post',
    path: '/people/{id}/addresses',
    tag,
    summary: 'Add an address to a person',
    description:
      'It counts as proved. An address under which only completions came in is taken over; of one with requests or a sign-in the two people have to be merged.',
    access: 'people.mend',
    params: { id: uuid },
    body: addressSchema,
    answers: { 201: json('Added', personViewSchema), 200: json('Theirs already', personViewSchema) },
    problems: [],
    handle: async ({ services, actor, params, body }) =>
      newOrKnown(await addAddress(services, actor, params.id, body.email)),
  }),
  route({
    id: 'mergePeople',
    method: 'post',
    path: '/people/{id}/merge',
    tag,
    summary: 'Make two people one',
    description: 'Everything of the one goes to the person named in `into`, who is answered.',
    access: 'people.mend',
    params: { id: uuid },
    body: mergeSchema,
    answers: { 200: json('The person that stays', personViewSchema) },
    problems: [],
    handle: ({ services, actor, params, body }) => mergePeople(services, actor, params.id, body.into),
  }),
  route({
    id: 'readOrganization',
    method: 'get',
    path: '/organizations/{id}',
    tag,
    summary: 'Read an organization',
    description:
      'Names, domains, people, their requests and their questions for calls, the latest 50 of each; no words of them.',
    access: 'organizations.read',
    params: { id: uuid },
    answers: { 200: json('The organization', organizationViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readOrganization(services, actor, params.id),
  }),
  route({
    id: 'correctOrganization',
    method: 'put',
    path: '/organizations/{id}',
    tag,
    summary: 'Say what an organization is called, and which mail domains are its own',
    description:
      'The name of before still leads to it. Another one’s name or domain, or a domain that everybody has, is refused; of one that was merged, 409.',
    access: 'organizations.mend',
    params: { id: uuid },
    body: organizationCorrectionSchema,
    answers: { 200: json('The organization', organizationViewSchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body }) =>
      correctOrganizationRecord(services, actor, params.id, body),
  }),
  route({
    id: 'mergeOrganizations',
    method: 'post',
    path: '/organizations/{id}/merge',
    tag,
    summary: 'Make two organizations one',
    description:
      'Everything of the one goes to the organization named in `into`, which is answered; who uses a name of the other finds it. 409 while both have a question for one call that is to come.',
    access: 'organizations.mend',
    params: { id: uuid },
    body: mergeSchema,
    answers: { 200: json('The organization that stays', organizationViewSchema) },
    problems: [],
    handle: ({ services, actor, params, body }) => mergeOrganizations(services, actor, params.id, body.into),
  }),
];
