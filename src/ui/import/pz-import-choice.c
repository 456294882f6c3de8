/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-choice.h"

#include "pz-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PzImportChoice
{
  GObject parent_instance;

  char *sourced_id; /* or NULL */
  char *title;
  char *details;    /* term, school, teacher, number of learners */
  char *search_key; /* folded: title, code, teachers */
  guint n_learners;
  gboolean chosen;
  gboolean mine;
};

G_DEFINE_FINAL_TYPE (PzImportChoice, pz_import_choice, G_TYPE_OBJECT)

enum { PROP_0, PROP_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
pz_import_choice_finalize (GObject *object)
{
  PzImportChoice *self = PZ_IMPORT_CHOICE (object);

  g_free (self->sourced_id);
  g_free (self->title);
  g_free (self->details);
  g_free (self->search_key);
  G_OBJECT_CLASS (pz_import_choice_parent_class)->finalize (object);
}

static void
pz_import_choice_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property == PROP_CHOSEN)
    g_value_set_boolean (value, PZ_IMPORT_CHOICE (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_import_choice_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (property == PROP_CHOSEN)
    pz_import_choice_set_chosen (PZ_IMPORT_CHOICE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_import_choice_class_init (PzImportChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pz_import_choice_finalize;
  object_class->get_property = pz_import_choice_get_property;
  object_class->set_property = pz_import_choice_set_property;
  /* whether the class is to be imported */
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pz_import_choice_init (PzImportChoice *self)
{
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe (const PzRosterClass *class_,
          guint                n_learners)
{
  GString *text = g_string_new (NULL);
  const PzRosterSession *term = class_->terms->len > 0 ? g_ptr_array_index (class_->terms, 0) : NULL;
  g_autofree char *learners = g_strdup_printf (ngettext ("%u learner", "%u learners", n_learners), n_learners);

  append_part (text, learners);
  if (class_->teachers->len > 0)
    {
      g_autofree char *teacher = pz_roster_person_dup_name (g_ptr_array_index (class_->teachers, 0));

      append_part (text, teacher);
    }
  append_part (text, term != NULL ? term->title : NULL);
  append_part (text, class_->school != NULL ? class_->school->name : NULL);
  return g_string_free (text, FALSE);
}

static char *
make_search_key (PzImportChoice      *self,
                 const PzRosterClass *class_)
{
  g_autoptr(GString) text = g_string_new (self->title);

  g_string_append_printf (text, " %s", class_->class_code != NULL ? class_->class_code : "");
  for (guint i = 0; i < class_->teachers->len; i++)
    {
      g_autofree char *name = pz_roster_person_dup_name (g_ptr_array_index (class_->teachers, i));

      g_string_append_printf (text, " %s", name);
    }
  return pz_search_fold (text->str);
}

/**
 * pz_import_choice_new:
 * @roster: a roster
 * @class_: one of its classes
 *
 * Returns: (transfer full): the class, not chosen; it holds copies and may outlive the roster
 */
PzImportChoice *
pz_import_choice_new (const PzRoster      *roster,
                      const PzRosterClass *class_)
{
  g_autoptr(GPtrArray) learners = NULL;
  PzImportChoice *self;

  g_return_val_if_fail (roster != NULL && class_ != NULL, NULL);

  learners = pz_roster_list_learners (roster, class_);
  self = g_object_new (PZ_TYPE_IMPORT_CHOICE, NULL);
  self->sourced_id = g_strdup (class_->sourced_id);
  self->title = g_strdup (class_->title != NULL ? class_->title
                          : class_->class_code != NULL ? class_->class_code : class_->sourced_id);
  self->n_learners = learners->len;
  self->details = describe (class_, learners->len);
  self->search_key = make_search_key (self, class_);
  return self;
}

/**
 * pz_import_choice_get_sourced_id:
 * @self: a class
 *
 * Returns: (transfer none) (nullable): its id in the roster
 */
const char *
pz_import_choice_get_sourced_id (PzImportChoice *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self), NULL);
  return self->sourced_id;
}

/**
 * pz_import_choice_get_title:
 * @self: a class
 *
 * Returns: (transfer none): what the roster calls it
 */
const char *
pz_import_choice_get_title (PzImportChoice *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self), NULL);
  return self->title;
}

/**
 * pz_import_choice_get_details:
 * @self: a class
 *
 * Returns: (transfer none): what tells it from others: learners, teacher, term, school
 */
const char *
pz_import_choice_get_details (PzImportChoice *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self), NULL);
  return self->details;
}

/**
 * pz_import_choice_get_n_learners:
 * @self: a class
 *
 * Returns: how many learners it has
 */
guint
pz_import_choice_get_n_learners (PzImportChoice *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self), 0);
  return self->n_learners;
}

/**
 * pz_import_choice_get_chosen:
 * @self: a class
 *
 * Returns: whether it is to be imported
 */
gboolean
pz_import_choice_get_chosen (PzImportChoice *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self), FALSE);
  return self->chosen;
}

/**
 * pz_import_choice_set_chosen:
 * @self: a class
 * @chosen: whether it is to be imported
 */
void
pz_import_choice_set_chosen (PzImportChoice *self,
                             gboolean        chosen)
{
  g_return_if_fail (PZ_IS_IMPORT_CHOICE (self));

  if (self->chosen == !!chosen)
    return;
  self->chosen = !!chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * pz_import_choice_get_mine:
 * @self: a class
 *
 * Returns: whether the person who imports teaches it
 */
gboolean
pz_import_choice_get_mine (PzImportChoice *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self), FALSE);
  return self->mine;
}

/**
 * pz_import_choice_set_mine:
 * @self: a class
 * @mine: whether the person who imports teaches it
 */
void
pz_import_choice_set_mine (PzImportChoice *self,
                           gboolean        mine)
{
  g_return_if_fail (PZ_IS_IMPORT_CHOICE (self));
  self->mine = !!mine;
}

/**
 * pz_import_choice_matches:
 * @self: a class
 * @needle: words, folded by pz_search_fold()
 *
 * Returns: whether title, code or a teacher's name holds every word
 */
gboolean
pz_import_choice_matches (PzImportChoice *self,
                          const char     *needle)
{
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (PZ_IS_IMPORT_CHOICE (self) && needle != NULL, FALSE);

  words = g_strsplit (needle, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (self->search_key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
