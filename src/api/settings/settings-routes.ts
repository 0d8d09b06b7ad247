import { Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import { parse } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';
import { highVolumeSchema, readHighVolume, setHighVolume } from './high-volume.js';

export function settingsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.get('/settings/high-volume', permitted('settings.high-volume'), async (req, res) => {
    res.json(unwrap(await readHighVolume(services, req.actor)));
  });
  router.put('/settings/high-volume', permitted('settings.high-volume'), async (req, res) => {
    res.json(unwrap(await setHighVolume(services, req.actor, parse(highVolumeSchema, req.body))));
  });
  return router;
}
