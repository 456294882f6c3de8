/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-frameworks.h"
#include "pz-coverage.h"
#include "pz-standard-links.h"
#include "pz-standard-tree.h"

G_BEGIN_DECLS

/**
 * PzFrameworkReading:
 * @infos: (element-type PzFrameworkInfo): all frameworks of the class, by title
 * @tree: (nullable): the standards of the one that was asked for, of a copy that follows no changes; search is ready
 * @links: (nullable): how they are linked beside the tree
 * @learners: (element-type utf8): ids of the learners who count: neither in the trash nor archived
 * @coverage: (nullable): of all of them; numbers of learners are those in @learners
 *
 * What a window shows of the frameworks of a class, read in a thread. Status words of goals are told apart by their
 * place among draft, active, paused and closed.
 */
typedef struct
{
  GPtrArray *infos;
  PzStandardTree *tree;
  PzStandardLinks *links;
  GPtrArray *learners;
  PzCoverage *coverage;
  /*< private >*/
  GPtrArray *goals;    /* PzGoalStandard, those at standards of the tree */
  GHashTable *numbers; /* id of a learner -> its number + 1 */
  GHashTable *at;      /* id of a standard -> GPtrArray of PzGoalStandard, borrowed */
} PzFrameworkReading;

void                pz_classroom_read_framework_async  (PzClassroom          *self,
                                                        const char           *id,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
PzFrameworkReading *pz_classroom_read_framework_finish (PzClassroom          *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);
void                pz_framework_reading_free          (PzFrameworkReading   *self);
const PzFrameworkInfo *
                    pz_framework_reading_get_info      (PzFrameworkReading   *self);
GPtrArray          *pz_framework_reading_list_goals    (PzFrameworkReading   *self,
                                                        guint                 item,
                                                        const char           *learner);
PzCoverage         *pz_framework_reading_cover         (PzFrameworkReading   *self,
                                                        const char           *learner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzFrameworkReading, pz_framework_reading_free)

G_END_DECLS
