// Who answers for the agents. A page of the server that runs them asks it itself, so that all goes on while the kernel
// is busy; elsewhere (VS Code, or a notebook whose crew is on another server) the kernel passes everything on.

import type { HealthModel } from '../../../core/api.gen';
import type { Model } from '../widget';
import { KernelServer } from './kernelserver';
import { PageServer } from './pageserver';
import type { Server } from './server';

/** The page's server if it is the one whose agents the kernel means, else the kernel. */
export async function findServer(model: Model): Promise<Server> {
  const page = PageServer.find();
  const health = await page?.request<HealthModel>('GET', ['health']).catch(() => undefined);
  return page && health?.status === 'ok' && homeOf(health) === model.get('home') ? page : new KernelServer(model);
}

/** Which folder of agents it is, on which machine; the kernel writes the same. */
function homeOf({ owner, data_dir }: HealthModel): string {
  return `${owner.host}:${data_dir}`;
}
