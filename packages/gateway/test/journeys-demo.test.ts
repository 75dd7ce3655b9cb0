import { journeys } from './journeys.js';
import { stage } from './support.js';

journeys('journeys over the demonstration', () => {
  const ground = stage();
  ground.demo.set({ role: 'identitovigilance' });
  return ground;
});
