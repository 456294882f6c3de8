/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-facts.h"

#include "pz-activity-words.h"
#include "pz-classroom-watch.h"
#include "pz-i18n.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

struct _PzPartnersFacts
{
  GObject parent_instance;

  PzActivityList *list;
  PzPartners *partners;
  PzPartnersCourse *course;
  GPtrArray *names; /* of those in partners, as they are shown; ends with NULL */
  GPtrArray *short_names; /* the same for a picture */
};

G_DEFINE_FINAL_TYPE (PzPartnersFacts, pz_partners_facts, G_TYPE_OBJECT)

static guint changed_signal;

/* A learner to show, with what sorts them. */
typedef struct
{
  PzLearnerRow *row;
  char *key;
} Person;

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_object_unref (person->row);
  g_free (person->key);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const Person *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (pz_learner_row_get_id (x->row), pz_learner_row_get_id (y->row));
}

/* of those in the class, by name */
static GArray *
list_people (PzIndex *index)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (Person));

  g_array_set_clear_func (people, person_clear);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      Person person = { NULL, NULL };

      if (pz_index_peek_flags (index, i) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED))
        continue;
      person.row = g_list_model_get_item (G_LIST_MODEL (index), i);
      person.key = g_utf8_collate_key (pz_learner_row_get_display_name (person.row), -1);
      g_array_append_val (people, person);
    }
  g_array_sort (people, compare_people);
  return people;
}

/* the given name, unless it is hidden, missing or that of two */
static char *
dup_short_name (GArray     *people,
                guint       position,
                const char *name)
{
  PzLearnerRow *row = g_array_index (people, Person, position).row;
  const char *given = pz_learner_row_get_given_name (row);

  if (*given == '\0' || pz_privacy_is_hidden ())
    return g_strdup (name);
  for (guint i = 0; i < people->len; i++)
    if (i != position && g_str_equal (pz_learner_row_get_given_name (g_array_index (people, Person, i).row), given))
      return g_strdup (name);
  return g_strdup (given);
}

static void
update (PzPartnersFacts *self)
{
  g_autoptr(GArray) people = list_people (pz_classroom_get_index (pz_activity_list_get_classroom (self->list)));
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->short_names, 0);
  for (guint i = 0; i < people->len; i++)
    {
      g_ptr_array_add (ids, (gpointer) pz_learner_row_get_id (g_array_index (people, Person, i).row));
      g_ptr_array_add (self->names, pz_privacy_dup_row_name (g_array_index (people, Person, i).row));
      g_ptr_array_add (self->short_names, dup_short_name (people, i, self->names->pdata[i]));
    }
  g_ptr_array_add (self->short_names, NULL);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (self->names, NULL);
  g_clear_pointer (&self->partners, pz_partners_free);
  self->partners = pz_partners_new (pz_activity_list_get_activities (self->list), (const char * const *) ids->pdata);
  g_clear_pointer (&self->course, pz_partners_course_free);
  self->course = pz_partners_course_new (pz_activity_list_get_activities (self->list), (const char * const *) ids->pdata,
                                         pz_activity_list_get_today (self->list));
  g_signal_emit (self, changed_signal, 0);
}

static void
pz_partners_facts_finalize (GObject *object)
{
  PzPartnersFacts *self = PZ_PARTNERS_FACTS (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->partners, pz_partners_free);
  g_clear_pointer (&self->course, pz_partners_course_free);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->short_names);
  G_OBJECT_CLASS (pz_partners_facts_parent_class)->finalize (object);
}

static void
pz_partners_facts_class_init (PzPartnersFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_partners_facts_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_partners_facts_init (PzPartnersFacts *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->short_names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * pz_partners_facts_new:
 * @list: the calendar of a class
 *
 * Returns: (transfer full): the facts; they follow the calendar, the class and the hiding of names
 */
PzPartnersFacts *
pz_partners_facts_new (PzActivityList *list)
{
  PzPartnersFacts *self;

  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (list), NULL);

  self = g_object_new (PZ_TYPE_PARTNERS_FACTS, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_index (pz_activity_list_get_classroom (list)), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * pz_partners_facts_get_list:
 * @self: the facts
 *
 * Returns: (transfer none): the calendar
 */
PzActivityList *
pz_partners_facts_get_list (PzPartnersFacts *self)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self), NULL);
  return self->list;
}

/**
 * pz_partners_facts_get_partners:
 * @self: the facts
 *
 * Returns: (transfer none): the counts, by name; valid until "changed"
 */
const PzPartners *
pz_partners_facts_get_partners (PzPartnersFacts *self)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self), NULL);
  return self->partners;
}

/**
 * pz_partners_facts_get_course:
 * @self: the facts
 *
 * Returns: (transfer none): how it came to that, learners in the order of the counts; valid until "changed"
 */
const PzPartnersCourse *
pz_partners_facts_get_course (PzPartnersFacts *self)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self), NULL);
  return self->course;
}

/**
 * pz_partners_facts_make_watch:
 * @self: the facts
 *
 * Returns: (transfer full): what groupings did with the levels of the learners, in the order of the counts
 */
PzGroupWatch *
pz_partners_facts_make_watch (PzPartnersFacts *self)
{
  const char *const *learners;
  g_autofree double *readiness = NULL;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self), NULL);

  learners = (const char * const *) self->partners->learners;
  readiness = pz_classroom_dup_readiness (pz_activity_list_get_classroom (self->list), learners);
  return pz_group_watch_new (pz_activity_list_get_activities (self->list), learners, readiness,
                             pz_activity_list_get_today (self->list));
}

/**
 * pz_partners_facts_get_names:
 * @self: the facts
 *
 * Returns: (transfer none) (array zero-terminated=1): the names, as they are shown; valid until "changed"
 */
const char * const *
pz_partners_facts_get_names (PzPartnersFacts *self)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self), NULL);
  return (const char * const *) self->names->pdata;
}

/**
 * pz_partners_facts_get_short_names:
 * @self: the facts
 *
 * Returns: (transfer none) (array zero-terminated=1): for a picture: given names where one is enough; valid until "changed"
 */
const char * const *
pz_partners_facts_get_short_names (PzPartnersFacts *self)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self), NULL);
  return (const char * const *) self->short_names->pdata;
}

/**
 * pz_partners_facts_get_name:
 * @self: the facts
 * @learner: place of a learner
 *
 * Returns: (transfer none): the name, as it is shown
 */
const char *
pz_partners_facts_get_name (PzPartnersFacts *self,
                            guint            learner)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self) && learner < self->partners->n, NULL);
  return self->names->pdata[learner];
}

/**
 * pz_partners_facts_dup_pair:
 * @self: the facts
 * @a: place of a learner
 * @b: place of another one
 *
 * Returns: (transfer full): both names, how often they met and when for the last time
 */
char *
pz_partners_facts_dup_pair (PzPartnersFacts *self,
                            guint            a,
                            guint            b)
{
  guint times;
  guint32 last;
  g_autofree char *date = NULL;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self) && a < self->partners->n && b < self->partners->n, NULL);

  times = pz_partners_get_times (self->partners, a, b);
  last = pz_partners_get_last (self->partners, a, b);
  if (times == 0)
    /* Translators: the names of two learners */
    return g_strdup_printf (C_("partners", "%1$s and %2$s: never in one group"), pz_partners_facts_get_name (self, a),
                            pz_partners_facts_get_name (self, b));
  date = pz_activity_words_dup_date (last, pz_activity_list_get_today (self->list));
  /* Translators: the names of two learners, how often they were in one group, and a day: Tuesday, 24 November */
  return g_strdup_printf (ngettext ("%1$s and %2$s: %3$u time in one group, on %4$s",
                                    "%1$s and %2$s: %3$u times in one group, last on %4$s", times),
                          pz_partners_facts_get_name (self, a), pz_partners_facts_get_name (self, b), times, date);
}

/**
 * pz_partners_facts_dup_of:
 * @self: the facts
 * @learner: place of a learner
 *
 * Returns: (transfer full): with how many others the learner was in a group
 */
char *
pz_partners_facts_dup_of (PzPartnersFacts *self,
                          guint            learner)
{
  guint most;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self) && learner < self->partners->n, NULL);

  most = self->partners->n - 1;
  /* Translators: with how many of all others a learner has worked */
  return g_strdup_printf (ngettext ("%1$u of %2$u partner", "%1$u of %2$u partners", most),
                          pz_partners_count (self->partners, learner), most);
}

/**
 * pz_partners_facts_dup_few:
 * @self: the facts
 * @learner: place of a learner with few partners
 *
 * Returns: (transfer full): with how many others the learner was in a group, and since when nobody new is among them
 */
char *
pz_partners_facts_dup_few (PzPartnersFacts *self,
                           guint            learner)
{
  g_autofree char *of = NULL;
  g_autofree char *stalled = NULL;
  guint n;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (self) && learner < self->partners->n, NULL);

  of = pz_partners_facts_dup_of (self, learner);
  n = self->course->since_new[learner];
  if (n >= PZ_PARTNERS_STALLED)
    /* Translators: a learner worked in so many groups, and always with partners of before */
    stalled = g_strdup_printf (ngettext ("nobody new in the last %u group", "nobody new in the last %u groups", n), n);
  return pz_i18n_join_facts ((const char * const[]) { of, stalled, NULL });
}
