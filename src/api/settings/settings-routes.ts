import { readHighVolume, setHighVolume } from '../../usecases/settings/high-volume.js';
import { highVolumeSchema, highVolumeViewSchema } from '../../usecases/settings/high-volume.schema.js';
import { json } from '../http/answer.js';
import { type Route, route } from '../http/route.js';

const about = {
  path: '/settings/high-volume',
  tag: 'Settings',
  access: 'settings.high-volume',
  answers: { 200: json('The switch', highVolumeViewSchema) },
  problems: [],
} as const;

export const settingsRoutes: readonly Route[] = [
  route({
    ...about,
    id: 'readHighVolume',
    method: 'get',
    summary: 'Is volume high?',
    handle: ({ services, actor }) => readHighVolume(services, actor),
  }),
  route({
    ...about,
    id: 'setHighVolume',
    method: 'put',
    summary: 'Set the high-volume switch',
    body: highVolumeSchema,
    handle: ({ services, actor, body }) => setHighVolume(services, actor, body),
  }),
];
