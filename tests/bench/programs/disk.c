/*
 * A disk that can be slow, full, or lose power, for one process: loaded before the C library's own calls.
 *
 * FOYER_DISK_STATE names a small file that the test maps, too:
 *   [0] fsyncs and fdatasyncs so far   [1] 1 while the disk is full   [2] microseconds that each sync takes longer
 * FOYER_DISK_UNDO names a file that gets, for each write to a database file, what was there before: after a kill, what
 * was written since the last sync of a file can be taken back, as a power cut would.
 * Records: int64 kind (1 write, 2 sync), int64 path length, path, and for a write: int64 offset, int64 size of the file
 * before, int64 length of what was there, the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static volatile int64_t *state;
static int undo = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

__attribute__((constructor)) static void start(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  const char *name = getenv("FOYER_DISK_STATE");
  if (name) {
    int fd = open(name, O_RDWR);
    if (fd >= 0) {
      void *map = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
      if (map != MAP_FAILED) state = map;
      close(fd);
    }
  }
  const char *log = getenv("FOYER_DISK_UNDO");
  if (log) undo = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

/* Whether anything is asked of writes: looking up a path for each would slow down whoever writes most. */
static int watched(void) { return undo >= 0 || (state && state[1]); }

/* The path of a database file or its log; 0 for anything else. */
static int database_path(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 4000);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, ".sqlite") && !strstr(path, "-shm");
}

static void keep(int fd, off_t offset, size_t length, const char *path) {
  if (undo < 0) return;
  struct stat info;
  if (fstat(fd, &info)) return;
  int64_t there = offset < info.st_size ? info.st_size - offset : 0;
  if (there > (int64_t)length) there = length;
  size_t name = strlen(path), total = 5 * 8 + name + there;
  char *record = malloc(total);
  int64_t head[2] = {1, name}, tail[3] = {offset, info.st_size, there};
  memcpy(record, head, 16);
  memcpy(record + 16, path, name);
  memcpy(record + 16 + name, tail, 24);
  if (there) pread(fd, record + 40 + name, there, offset);
  real_write(undo, record, total);
  free(record);
}

static void synced(int fd) {
  char path[4096];
  if (state) __atomic_add_fetch((int64_t *)&state[0], 1, __ATOMIC_SEQ_CST);
  if (state && state[2]) usleep(state[2]);
  if (undo < 0 || !database_path(fd, path)) return;
  char record[4200];
  int64_t head[2] = {2, strlen(path)};
  memcpy(record, head, 16);
  memcpy(record + 16, path, head[1]);
  real_write(undo, record, 16 + head[1]);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[4096];
  if (!real_write) start();
  if (fd > 2 && fd != undo && watched() && database_path(fd, path)) {
    if (state && state[1]) return errno = ENOSPC, -1;
    pthread_mutex_lock(&lock);
    keep(fd, lseek(fd, 0, SEEK_CUR), length, path);
    ssize_t done = real_write(fd, bytes, length);
    pthread_mutex_unlock(&lock);
    return done;
  }
  return real_write(fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
  char path[4096];
  if (fd > 2 && watched() && database_path(fd, path)) {
    if (state && state[1]) return errno = ENOSPC, -1;
    pthread_mutex_lock(&lock);
    keep(fd, offset, length, path);
    ssize_t done = real_pwrite(fd, bytes, length, offset);
    pthread_mutex_unlock(&lock);
    return done;
  }
  return real_pwrite(fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

int fsync(int fd) {
  int result = real_fsync(fd);
  synced(fd);
  return result;
}

int fdatasync(int fd) {
  int result = real_fdatasync(fd);
  synced(fd);
  return result;
}
