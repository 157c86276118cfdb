import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Runs `work` while no other process that uses the same lock file does; a lock whose owner has died is taken over. */
export async function exclusively(lockFile, work) {
  while (!tryLock(lockFile)) await pause(500);
  try {
    return await work();
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

function tryLock(lockFile) {
  try {
    fs.writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(ownerOf(lockFile))) fs.rmSync(lockFile, { force: true });
    return false;
  }
}

function ownerOf(lockFile) {
  try {
    return Number(fs.readFileSync(lockFile, 'utf8'));
  } catch {
    return 0; // released in this moment
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
