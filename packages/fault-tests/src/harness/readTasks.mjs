/** @returns {Promise<object[]>} the tasks as they are now */
export async function readTasks(client, tasks) {
  return Promise.all(tasks.map(({ id }) => client.send('GET', `/tasks/${id}`)));
}

/** @returns {Promise<number>} how many of these tasks have not ended */
export async function countUnderWay(client, tasks) {
  const found = await readTasks(client, tasks);
  return found.filter(task => task.finishedAt === undefined).length;
}
