import { demoGround, journeys } from './journeys.js';
import { stage } from './support.js';

journeys('journeys over the demonstration', () => {
  const { client, demo, clock } = stage();
  return demoGround(client, demo, clock);
});
