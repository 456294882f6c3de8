/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-environment.h"

#include "pz-random.h"

#include <string.h>
#include <sys/random.h>

/* Everything the core takes from outside: the time, chance and the place of the data. Tests hand in their own. */
struct _PzEnvironment
{
  GObject parent_instance;

  char *data_dir; /* absolute */
  GMutex mutex;   /* guards the fields below; jobs of worker threads ask too */
  gboolean fixed;
  gint64 now_ms;
  PzRandom random;
};

G_DEFINE_FINAL_TYPE (PzEnvironment, pz_environment, G_TYPE_OBJECT)

/* Crockford's base32 in lower case: no i, l, o, u */
static const char ID_LETTERS[] = "0123456789abcdefghjkmnpqrstvwxyz";

static char *
default_data_dir (void)
{
  const char *chosen = g_getenv ("PERSONALIZE_DATA_DIR");

  if (chosen != NULL && *chosen != '\0')
    return g_canonicalize_filename (chosen, NULL);
  return g_build_filename (g_get_user_data_dir (), "personalize", NULL);
}

static void
fill_from_system (guint8 *buffer,
                  gsize   length)
{
  while (length > 0)
    {
      ssize_t got = getrandom (buffer, length, 0);

      if (got > 0)
        {
          buffer += got;
          length -= (gsize) got;
        }
    }
}

static void
pz_environment_finalize (GObject *object)
{
  PzEnvironment *self = PZ_ENVIRONMENT (object);

  g_free (self->data_dir);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (pz_environment_parent_class)->finalize (object);
}

static void
pz_environment_class_init (PzEnvironmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_environment_finalize;
}

static void
pz_environment_init (PzEnvironment *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * pz_environment_new_system:
 * @data_dir: (nullable): the folder of all data; %NULL for PERSONALIZE_DATA_DIR or the user's data folder
 *
 * Returns: (transfer full): the clock, the random source and the folders of this computer
 */
PzEnvironment *
pz_environment_new_system (const char *data_dir)
{
  PzEnvironment *self = g_object_new (PZ_TYPE_ENVIRONMENT, NULL);

  self->data_dir = data_dir != NULL ? g_canonicalize_filename (data_dir, NULL) : default_data_dir ();
  return self;
}

/**
 * pz_environment_new_fixed:
 * @data_dir: the folder of all data
 * @now_ms: what the clock shows, in ms since 1970 UTC, until pz_environment_advance()
 * @seed: of every random draw
 *
 * Returns: (transfer full): an environment in which two equal runs are equal to the byte
 */
PzEnvironment *
pz_environment_new_fixed (const char *data_dir,
                          gint64      now_ms,
                          guint64     seed)
{
  PzEnvironment *self;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_object_new (PZ_TYPE_ENVIRONMENT, NULL);
  self->data_dir = g_canonicalize_filename (data_dir, NULL);
  self->fixed = TRUE;
  self->now_ms = now_ms;
  pz_random_init (&self->random, seed);
  return self;
}

/**
 * pz_environment_get_data_dir:
 *
 * Returns: the absolute path of the folder that holds `classrooms/`; it need not exist yet
 */
const char *
pz_environment_get_data_dir (PzEnvironment *self)
{
  g_return_val_if_fail (PZ_IS_ENVIRONMENT (self), NULL);

  return self->data_dir;
}

/**
 * pz_environment_get_now:
 *
 * Returns: ms since 1970 UTC
 */
gint64
pz_environment_get_now (PzEnvironment *self)
{
  gint64 now;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (self), 0);

  if (!self->fixed)
    return g_get_real_time () / 1000;
  g_mutex_lock (&self->mutex);
  now = self->now_ms;
  g_mutex_unlock (&self->mutex);
  return now;
}

/**
 * pz_environment_advance:
 * @ms: how far; negative sets the clock back, as people do
 *
 * Moves the clock of a fixed environment.
 */
void
pz_environment_advance (PzEnvironment *self,
                        gint64         ms)
{
  g_return_if_fail (PZ_IS_ENVIRONMENT (self));
  g_return_if_fail (self->fixed);

  g_mutex_lock (&self->mutex);
  self->now_ms += ms;
  g_mutex_unlock (&self->mutex);
}

/**
 * pz_environment_get_today:
 * @today: (out caller-allocates): the day
 *
 * The day a person in this place would write: local time here, UTC in a fixed environment.
 */
void
pz_environment_get_today (PzEnvironment *self,
                          GDate         *today)
{
  g_autoptr(GDateTime) now = NULL;

  g_return_if_fail (PZ_IS_ENVIRONMENT (self));
  g_return_if_fail (today != NULL);

  now = self->fixed ? g_date_time_new_from_unix_utc (pz_environment_get_now (self) / 1000)
                    : g_date_time_new_now_local ();
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
}

/**
 * pz_environment_fill_random:
 * @buffer: (array length=length): filled with random bytes
 * @length: how many
 */
void
pz_environment_fill_random (PzEnvironment *self,
                            guint8        *buffer,
                            gsize          length)
{
  g_return_if_fail (PZ_IS_ENVIRONMENT (self));

  if (!self->fixed)
    {
      fill_from_system (buffer, length);
      return;
    }
  g_mutex_lock (&self->mutex);
  for (gsize i = 0; i < length; i++)
    buffer[i] = (guint8) (pz_random_next (&self->random) >> 56);
  g_mutex_unlock (&self->mutex);
}

/**
 * pz_environment_new_id:
 *
 * Returns: (transfer full): a new id of a document or record: 80 random bits as 16 letters
 */
char *
pz_environment_new_id (PzEnvironment *self)
{
  guint8 bytes[PZ_ID_LENGTH];
  char *id;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (self), NULL);

  pz_environment_fill_random (self, bytes, sizeof bytes);
  id = g_malloc (PZ_ID_LENGTH + 1);
  for (gsize i = 0; i < PZ_ID_LENGTH; i++)
    id[i] = ID_LETTERS[bytes[i] & 31];
  id[PZ_ID_LENGTH] = '\0';
  return id;
}

/**
 * pz_id_is_valid:
 * @id: (nullable): a text
 *
 * Ids we make have 16 letters; those of imported frameworks are kept as they came.
 *
 * Returns: whether @id may name a document or record: `[0-9a-z-]`, 1 to 36 letters, no leading dash
 */
gboolean
pz_id_is_valid (const char *id)
{
  gsize length = 0;

  if (id == NULL || *id == '-')
    return FALSE;
  /* a class is read with one of these calls per record */
  while (length <= 36 && (g_ascii_islower (id[length]) || g_ascii_isdigit (id[length]) || id[length] == '-'))
    length++;
  return length > 0 && length <= 36 && id[length] == '\0';
}
